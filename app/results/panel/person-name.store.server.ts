import { inLists } from '#app/audience/table-batches.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Names by id, of however many. */
export async function namesOfPeople(
  db: Db,
  workspace: Workspace,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const looks = inLists(ids).map((some) =>
    db
      .selectFrom('person')
      .select(['id', 'name'])
      .where('workspace_id', '=', workspace.id)
      .where('id', 'in', some)
      .execute(),
  );
  return new Map((await Promise.all(looks)).flat().map(({ id, name }) => [id, name]));
}
