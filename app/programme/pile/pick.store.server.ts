import type { About } from '#app/audience/attribute/attribute.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Pick } from './pick.ts';

/**
 * The people, or accounts, that have one of the values: one walk along the index of values. It is held against the
 * roles in memory, because both engines, asked in one query and without fresh statistics, may go through every pair.
 */
export async function listHolders(
  db: Db,
  workspace: Workspace,
  { about, attributeId, values }: Pick & { about: About },
): Promise<Set<string>> {
  const rows = await db
    .selectFrom(`${about}_attribute`)
    .select('holder_id as id')
    .where('workspace_id', '=', workspace.id)
    .where('attribute_id', '=', attributeId)
    .where('value_key', 'in', values)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
