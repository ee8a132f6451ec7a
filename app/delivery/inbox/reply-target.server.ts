import type { Db } from '#app/platform/db.server.ts';
import type { Env } from '#app/platform/env.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findOwner } from '../notice/notice.store.server.ts';

/**
 * Who reads what people write back to a programme's mails: its owner, or an admin. Null where that address leads back
 * here, or nobody is left to read it.
 */
export async function readReplyTarget(
  db: Db,
  env: Env,
  workspace: Workspace,
  programmeId: string,
): Promise<{ name: string; address: string } | null> {
  const target = await findOwner(db, workspace, programmeId);
  return target && !leadsBack(env, target.address) ? target : null;
}

function leadsBack({ mailFrom, returns }: Env, address: string): boolean {
  const to = address.toLowerCase();
  return to === mailFrom.toLowerCase() || to.endsWith(`@${returns.bounceDomain}`);
}
