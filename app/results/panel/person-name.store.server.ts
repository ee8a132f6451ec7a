import { toKnownSize } from '#app/audience/table-batches.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Names by id. */
export async function namesOfPeople(
  db: Db,
  workspace: Workspace,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspace.id)
    .where('id', 'in', toKnownSize(ids))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
