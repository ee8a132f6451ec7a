import type { Db } from '#app/platform/db.server.ts';
import type { Env } from '#app/platform/env.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readBrand } from '#app/programme/brand/read-brand.server.ts';
import { findOwner } from '../notice/notice.store.server.ts';

/**
 * Who reads what people write back to a programme's mails: whoever it names for that, else its owner, else an admin. An
 * address that leads back here is passed over; null where nobody is left to read it.
 */
export async function readReplyTarget(
  db: Db,
  env: Env,
  workspace: Workspace,
  programmeId: string,
): Promise<{ name: string; address: string } | null> {
  const named = (await readBrand(db, workspace, programmeId))?.replyTo;
  if (named && !leadsBack(env, named)) return { name: '', address: named };
  const owner = await findOwner(db, workspace, programmeId);
  return owner && !leadsBack(env, owner.address) ? owner : null;
}

function leadsBack({ mailFrom, returns }: Env, address: string): boolean {
  const to = address.toLowerCase();
  return to === mailFrom.toLowerCase() || to.endsWith(`@${returns.bounceDomain}`);
}
