import type { Db } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAccount } from '../account.store.server.ts';
import type { Account } from '../account.ts';
import { namedValues, readValues } from '../attribute/read-values.server.ts';
import type { WholeAccount } from './account-wire.ts';
import { pageAccountRows } from './page.store.server.ts';

/** One page of accounts in the order they were added, or the one account with this id. */
export async function pageAccounts(
  db: Db,
  workspace: Workspace,
  asked: PageAsked | { accountId: string },
): Promise<WholeAccount[]> {
  const accounts = await findAccounts(db, workspace, asked);
  const ids = accounts.map(({ id }) => id);
  const read = await readValues(db, workspace, 'account', ids);
  return accounts.map((account) => ({ ...account, attributes: namedValues(read, account.id) }));
}

async function findAccounts(
  db: Db,
  workspace: Workspace,
  asked: PageAsked | { accountId: string },
): Promise<Account[]> {
  if (!('accountId' in asked)) return pageAccountRows(db, workspace, asked);
  const account = await findAccount(db, workspace, asked.accountId);
  return account ? [account] : [];
}
