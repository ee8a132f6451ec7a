import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Account } from './account.ts';
import { inKnownSizes, toKnownSize } from './table-batches.ts';

const COLUMNS = [
  'id',
  'external_id as externalId',
  'name',
  'name_key as nameKey',
  'renewal_on as renewalOn',
] as const;

export async function findAccount(db: Db, workspace: Workspace, id: string): Promise<Account | undefined> {
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
): Promise<Account[]> {
  return db
    .selectFrom('account')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .where((eb) =>
      eb.or([
        eb('external_id', 'in', toKnownSize(keys.externalIds)),
        eb('name_key', 'in', toKnownSize(keys.nameKeys)),
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function insertAccounts(
  db: Db,
  workspace: Workspace,
  accounts: readonly Account[],
  now: number,
): Promise<void> {
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
  for (const piece of inKnownSizes(rows)) await db.insertInto('account').values(piece).execute();
}

export async function updateAccount(
  db: Db,
  workspace: Workspace,
  account: Account,
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

/** Names by id. */
export async function namesOfAccounts(
  db: Db,
  workspace: Workspace,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspace.id)
    .where('id', 'in', toKnownSize(ids))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
