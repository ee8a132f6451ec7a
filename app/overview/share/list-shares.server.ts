import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listShareRows } from './share.store.server.ts';
import type { Share } from './share.ts';
import { listViews, type ShareView } from './view.store.server.ts';

const VIEWS_SHOWN = 50;
/** Whoever looks for what was out looks at the last. */
const ENDED_SHOWN = 50;

export interface ListedShare extends Share {
  /** When it was opened and by roughly what, the newest first; empty where nobody may read it. */
  log: Pick<ShareView, 'at' | 'client' | 'views'>[];
}

/** Links that are open and the last of those that are not, the newest first. @param withLog admins read who opened it when */
export async function listShares(
  db: Db,
  workspace: Workspace,
  { now, withLog }: { now: number; withLog: boolean },
): Promise<ListedShare[]> {
  const shares = await listShareRows(db, workspace, { now, ended: ENDED_SHOWN });
  const opened = withLog ? shares.filter(({ views }) => views > 0).map(({ id }) => id) : [];
  const logs = await listViews(db, workspace, { shareIds: opened, limit: VIEWS_SHOWN });
  return shares.map((share) => ({ ...share, log: logs.get(share.id) ?? [] }));
}
