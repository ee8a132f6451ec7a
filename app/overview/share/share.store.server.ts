import { toKnownSize } from '#app/audience/table-batches.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Share } from './share.ts';

export async function insertShare(
  tx: Db,
  workspace: Workspace,
  share: Pick<Share, 'id' | 'waveId' | 'withId' | 'showsNames' | 'madeAt' | 'expiresAt'> & {
    tokenHash: string;
    madeBy: string;
  },
): Promise<void> {
  await tx
    .insertInto('overview_share')
    .values({
      workspace_id: workspace.id,
      id: share.id,
      token_hash: share.tokenHash,
      wave_id: share.waveId,
      with_id: share.withId,
      shows_names: share.showsNames ? 1 : 0,
      made_by: share.madeBy,
      made_at: share.madeAt,
      expires_at: share.expiresAt,
      revoked_at: null,
    })
    .execute();
}

/** Those that are open and the last `ended` that are not, the newest first, each with how often it was opened. */
export async function listShareRows(
  db: Db,
  workspace: Workspace,
  { now, ended }: { now: number; ended: number },
): Promise<Share[]> {
  const over = await shareRows(db, workspace)
    .where((eb) => eb.or([eb('s.revoked_at', 'is not', null), eb('s.expires_at', '<=', now)]))
    .limit(ended)
    .execute();
  const open = await shareRows(db, workspace)
    .where('s.revoked_at', 'is', null)
    .where('s.expires_at', '>', now)
    .execute();
  const rows = [...open, ...over].sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1));
  const views = await countViews(
    db,
    workspace,
    rows.map(({ id }) => id),
  );
  return rows.map(({ shows_names, ...row }) => ({
    ...row,
    showsNames: shows_names === 1,
    ...(views.get(row.id) ?? { views: 0, lastViewAt: null }),
  }));
}

function shareRows(db: Db, workspace: Workspace) {
  return db
    .selectFrom('overview_share as s')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 's.workspace_id').onRef('w.id', '=', 's.wave_id'),
    )
    .leftJoin('wave as e', (on) =>
      on.onRef('e.workspace_id', '=', 's.workspace_id').onRef('e.id', '=', 's.with_id'),
    )
    .innerJoin('member as m', (on) =>
      on.onRef('m.workspace_id', '=', 's.workspace_id').onRef('m.id', '=', 's.made_by'),
    )
    .select([
      's.id',
      's.wave_id as waveId',
      'w.name as waveName',
      's.with_id as withId',
      'e.name as withName',
    ])
    .select(['s.shows_names', 'm.name as madeByName', 's.made_at as madeAt', 's.expires_at as expiresAt'])
    .select('s.revoked_at as revokedAt')
    .where('s.workspace_id', '=', workspace.id)
    .orderBy('s.made_at', 'desc')
    .orderBy('s.id', 'desc');
}

async function countViews(db: Db, workspace: Workspace, shareIds: readonly string[]) {
  if (shareIds.length === 0) return new Map<string, Pick<Share, 'views' | 'lastViewAt'>>();
  const rows = await db
    .selectFrom('overview_share_view')
    .select('share_id')
    .select(({ fn }) => [fn.sum<number>('views').as('views'), fn.max('at').as('lastViewAt')])
    .where('workspace_id', '=', workspace.id)
    .where('share_id', 'in', toKnownSize(shareIds))
    .groupBy('share_id')
    .execute();
  return new Map(
    rows.map(({ share_id, views, lastViewAt }) => [
      share_id,
      { views: Number(views), lastViewAt: Number(lastViewAt) },
    ]),
  );
}

/** The link with this token while it opens something: not ended, not over. */
export async function findOpenShare(db: Db, { tokenHash, now }: { tokenHash: string; now: number }) {
  return db
    .selectFrom('overview_share')
    .innerJoin('workspace', 'workspace.id', 'overview_share.workspace_id')
    .select(['overview_share.workspace_id as workspaceId', 'workspace.name as workspaceName'])
    .select(['overview_share.id', 'overview_share.wave_id as waveId', 'overview_share.with_id as withId'])
    .select(['overview_share.shows_names as showsNames', 'overview_share.expires_at as expiresAt'])
    .where('overview_share.token_hash', '=', tokenHash)
    .where('overview_share.revoked_at', 'is', null)
    .where('overview_share.expires_at', '>', now)
    .executeTakeFirst();
}

/** True when it opened something until now. */
export async function markRevoked(
  tx: Db,
  workspace: Workspace,
  { id, now }: { id: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('overview_share')
    .set({ revoked_at: now })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
