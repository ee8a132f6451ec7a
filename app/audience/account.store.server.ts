import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface AccountRow {
  id: string;
  externalId: string | null;
  name: string;
  nameKey: string;
  /** ISO day. */
  renewalOn: string | null;
}

const COLUMNS = [
  'id',
  'external_id as externalId',
  'name',
  'name_key as nameKey',
  'renewal_on as renewalOn',
] as const;

export async function findAccount(db: Db, workspace: Workspace, id: string): Promise<AccountRow | undefined> {
  return db
    .selectFrom('account')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Every account that one of these ids or names may mean. */
export async function findAccountsByKeys(
  db: Db,
  workspace: Workspace,
  keys: { externalIds: readonly string[]; nameKeys: readonly string[] },
): Promise<AccountRow[]> {
  return db
    .selectFrom('account')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .where((eb) => eb.or([eb('external_id', 'in', keys.externalIds), eb('name_key', 'in', keys.nameKeys)]))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function insertAccounts(
  db: Db,
  workspace: Workspace,
  accounts: readonly AccountRow[],
  now: number,
): Promise<void> {
  if (accounts.length === 0) return;
  const rows = accounts.map((account) => ({
    workspace_id: workspace.id,
    id: account.id,
    external_id: account.externalId,
    name: account.name,
    name_key: account.nameKey,
    renewal_on: account.renewalOn,
    created_at: now,
    updated_at: now,
  }));
  await db.insertInto('account').values(rows).execute();
}

export async function updateAccount(
  db: Db,
  workspace: Workspace,
  account: AccountRow,
  now: number,
): Promise<void> {
  await db
    .updateTable('account')
    .set({
      external_id: account.externalId,
      name: account.name,
      name_key: account.nameKey,
      renewal_on: account.renewalOn,
      updated_at: now,
    })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', account.id)
    .execute();
}
