import type { Db } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findHeldRow, type HeldFilter, type HeldListRow, listHeldRows } from './held-list.store.server.ts';

/**
 * One page of held responses, the newest first, with one more where there is a next page; or the one with this id.
 */
export async function pageHeld(
  db: Db,
  workspace: Workspace,
  asked: (PageAsked & { filter: HeldFilter }) | { heldId: string },
): Promise<HeldListRow[]> {
  if ('heldId' in asked) {
    const row = await findHeldRow(db, workspace, asked.heldId);
    return row ? [row] : [];
  }
  const { after, limit, filter } = asked;
  return listHeldRows(db, workspace, filter, { after, limit: limit + 1 });
}
