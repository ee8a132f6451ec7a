import { toKnownSize } from '#app/audience/table-batches.ts';
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

type LoggedView = Pick<ShareView, 'at' | 'client' | 'views'>;

/** When each of some links was opened and by roughly what, the newest first, so many at most of each; by link. */
export async function listViews(
  db: Db,
  workspace: Workspace,
  { shareIds, limit }: { shareIds: readonly string[]; limit: number },
): Promise<Map<string, LoggedView[]>> {
  if (shareIds.length === 0) return new Map();
  const numbered = db
    .selectFrom('overview_share_view')
    .select(['share_id', 'at', 'client', 'views'])
    .select(({ fn }) =>
      fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('share_id').orderBy('at', 'desc').orderBy('client'))
        .as('place'),
    )
    .where('workspace_id', '=', workspace.id)
    .where('share_id', 'in', toKnownSize(shareIds));
  const rows = await db
    .selectFrom(numbered.as('v'))
    .select(['v.share_id', 'v.at', 'v.client', 'v.views'])
    .where('v.place', '<=', limit)
    .orderBy('v.share_id')
    .orderBy('v.place')
    .execute();
  const byShare = Map.groupBy(rows, ({ share_id }) => share_id);
  return new Map(
    [...byShare].map(([id, own]) => [id, own.map(({ at, client, views }) => ({ at, client, views }))]),
  );
}
