import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAccount } from '../account.store.server.ts';

/** The name of an account, or null when there is none of this id here. */
export async function readAccountName(
  db: Db,
  workspace: Workspace,
  accountId: string,
): Promise<string | null> {
  return (await findAccount(db, workspace, accountId))?.name ?? null;
}
