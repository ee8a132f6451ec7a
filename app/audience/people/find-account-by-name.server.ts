import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAccountsByKeys } from '../account.store.server.ts';
import { nameKey } from '../keys.ts';

/** The id of the one account of that name; null where there is none, or more than one. */
export async function findAccountByName(db: Db, workspace: Workspace, typed: string): Promise<string | null> {
  const nameKeys = [nameKey(typed)];
  const [account, namesake] = await findAccountsByKeys(db, workspace, { externalIds: [], nameKeys });
  return account && !namesake ? account.id : null;
}
