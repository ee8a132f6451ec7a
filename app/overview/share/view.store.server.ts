import type { Db, ShareClient } from '#app/platform/db.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';

/** Openings of one shared page within one minute. */
export interface ShareView {
  workspaceId: string;
  shareId: string;
  /** The minute, ms. */
  at: number;
  client: ShareClient;
  views: number;
}

/** Adds openings to what was counted of their minute. */
export async function addViews(tx: Db, seen: readonly ShareView[]): Promise<void> {
  for (const { workspaceId, shareId, at, client, views } of seen) {
    const workspace = mintWorkspace(workspaceId);
    await tx
      .insertInto('overview_share_view')
      .values({ workspace_id: workspace.id, share_id: shareId, at, client, views })
      .onConflict((on) =>
        on
          .columns(['workspace_id', 'share_id', 'at', 'client'])
          .doUpdateSet(({ eb }) => ({ views: eb('overview_share_view.views', '+', views) })),
      )
      .execute();
  }
}

/** When one link was opened and by roughly what, the newest first. */
export async function listViews(
  db: Db,
  workspace: Workspace,
  { shareId, limit }: { shareId: string; limit: number },
): Promise<Pick<ShareView, 'at' | 'client' | 'views'>[]> {
  return db
    .selectFrom('overview_share_view')
    .select(['at', 'client', 'views'])
    .where('workspace_id', '=', workspace.id)
    .where('share_id', '=', shareId)
    .orderBy('at', 'desc')
    .orderBy('client')
    .limit(limit)
    .execute();
}
