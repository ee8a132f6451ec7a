import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listShareRows } from './share.store.server.ts';
import type { Share } from './share.ts';
import { listViews, type ShareView } from './view.store.server.ts';

const VIEWS_SHOWN = 50;

export interface ListedShare extends Share {
  /** When it was opened and by roughly what, the newest first; empty where nobody may read it. */
  log: Pick<ShareView, 'at' | 'client' | 'views'>[];
}

/** Every link to a page, the newest first. @param withLog admins read who opened it when */
export async function listShares(db: Db, workspace: Workspace, withLog: boolean): Promise<ListedShare[]> {
  const listed: ListedShare[] = [];
  for (const share of await listShareRows(db, workspace)) {
    const log =
      withLog && share.views > 0
        ? await listViews(db, workspace, { shareId: share.id, limit: VIEWS_SHOWN })
        : [];
    listed.push({ ...share, log });
  }
  return listed;
}
