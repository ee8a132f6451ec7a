import { toKnownSize } from '#app/audience/table-batches.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Names by id, of however many. */
export async function namesOfPeople(
  db: Db,
  workspace: Workspace,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await db
      .selectFrom('person')
      .select(['id', 'name'])
      .where('workspace_id', '=', workspace.id)
      .where('id', 'in', toKnownSize(ids.slice(at, at + AT_ONCE)))
      .execute();
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

/** Ids of one statement. */
const AT_ONCE = 512;
