import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { nameKey } from '../keys.ts';
import type { About, Attribute } from './attribute.ts';

/** Holds the workspace until the transaction ends, so that of two who name an attribute the second sees the first. */
export async function lockAttributes(tx: Db, workspace: Workspace): Promise<void> {
  await tx
    .updateTable('workspace')
    .set((row) => ({ name: row.ref('name') }))
    .where('id', '=', workspace.id)
    .execute();
}

/** Of people first, by name. */
export async function listAttributeRows(db: Db, workspace: Workspace): Promise<Attribute[]> {
  return db
    .selectFrom('attribute')
    .select(['id', 'about', 'name'])
    .where('workspace_id', '=', workspace.id)
    .orderBy('about', 'desc')
    .orderBy('name_key')
    .execute();
}

export async function insertAttribute(
  db: Db,
  workspace: Workspace,
  { id, about, name }: Attribute,
  now: number,
): Promise<void> {
  await db
    .insertInto('attribute')
    .values({ workspace_id: workspace.id, id, about, name, name_key: nameKey(name), created_at: now })
    .execute();
}

export async function renameAttributeRow(
  db: Db,
  workspace: Workspace,
  { id, name }: Pick<Attribute, 'id' | 'name'>,
): Promise<void> {
  await db
    .updateTable('attribute')
    .set({ name, name_key: nameKey(name) })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .execute();
}

/** With every value of it. */
export async function deleteAttributeRows(
  db: Db,
  workspace: Workspace,
  { id, about }: Attribute,
): Promise<void> {
  await db
    .deleteFrom(`${about}_attribute`)
    .where('workspace_id', '=', workspace.id)
    .where('attribute_id', '=', id)
    .execute();
  await db.deleteFrom('attribute').where('workspace_id', '=', workspace.id).where('id', '=', id).execute();
}

/** How many people, or accounts, have a value of each attribute that anybody has one of. */
export async function countHolders(db: Db, workspace: Workspace, about: About): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom(`${about}_attribute`)
    .select(({ fn }) => ['attribute_id as id', fn.countAll<number>().as('holders')])
    .where('workspace_id', '=', workspace.id)
    .groupBy('attribute_id')
    .execute();
  return new Map(rows.map(({ id, holders }) => [id, Number(holders)]));
}
