import type { Db } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAccount } from '../account.store.server.ts';
import type { Account } from '../account.ts';
import { pageAccountRows } from './page.store.server.ts';

/** One page of accounts in the order they were added, or the one account with this id. */
export async function pageAccounts(
  db: Db,
  workspace: Workspace,
  asked: PageAsked | { accountId: string },
): Promise<Account[]> {
  if (!('accountId' in asked)) return pageAccountRows(db, workspace, asked);
  const account = await findAccount(db, workspace, asked.accountId);
  return account ? [account] : [];
}
