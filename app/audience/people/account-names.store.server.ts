import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Every account's id and name, for a list to choose from. */
export async function accountNames(
  db: Db,
  workspace: Workspace,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspace.id)
    .orderBy('name_key')
    .orderBy('id')
    .limit(limit)
    .execute();
}
