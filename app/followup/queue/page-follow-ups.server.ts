import type { Db } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { FollowUpFilter } from './filter.ts';
import { type FollowUpRow, findRow, pageRows } from './queue.store.server.ts';

/** One page of follow-ups, the newest first, with one more where there is a next page; or the one with this id. */
export async function pageFollowUps(
  db: Db,
  workspace: Workspace,
  asked: (PageAsked & { filter: FollowUpFilter }) | { id: string },
): Promise<FollowUpRow[]> {
  if ('id' in asked) {
    const row = await findRow(db, workspace, asked.id);
    return row ? [row] : [];
  }
  const { after, limit, filter } = asked;
  return pageRows(db, workspace, filter, { after, limit: limit + 1 });
}
