import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { SharedLink } from './shared-link.ts';

function links(db: Db, workspace: Workspace) {
  return db
    .selectFrom('shared_link as l')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'l.workspace_id').onRef('w.id', '=', 'l.wave_id'),
    )
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'w.workspace_id').onRef('p.id', '=', 'w.programme_id'),
    )
    .select(['l.id', 'l.wave_id as waveId', 'l.place', 'l.answers_are as answersAre'])
    .select(['l.one_per_device as onePerDevice', 'l.created_at as createdAt', 'l.revoked_at as revokedAt'])
    .select(['l.generation', 'l.token_hash as tokenHash', 'l.key_id as keyId'])
    .select(['w.state', 'w.closed_at as closedAt', 'w.programme_id as programmeId'])
    .select(['p.name as programmeName', 'p.confidentiality'])
    .where('l.workspace_id', '=', workspace.id);
}

/** A link with what its address can be made again from. */
export async function findSharedLink(db: Db, workspace: Workspace, waveId: string) {
  const row = await links(db, workspace).where('l.wave_id', '=', waveId).executeTakeFirst();
  return row && { ...row, onePerDevice: row.onePerDevice === 1 };
}

/** The newest first. */
export async function listSharedLinkRows(db: Db, workspace: Workspace): Promise<SharedLink[]> {
  const rows = await links(db, workspace).orderBy('l.created_at', 'desc').orderBy('l.id', 'desc').execute();
  return rows.map(({ generation: _g, tokenHash: _t, keyId: _k, confidentiality: _c, ...row }) => ({
    ...row,
    onePerDevice: row.onePerDevice === 1,
  }));
}

export async function insertSharedLink(
  tx: Db,
  workspace: Workspace,
  link: Pick<SharedLink, 'id' | 'waveId' | 'place' | 'answersAre' | 'onePerDevice' | 'createdAt'> & {
    tokenHash: string;
    keyId: string;
    createdBy: string;
  },
): Promise<void> {
  await tx
    .insertInto('shared_link')
    .values({
      workspace_id: workspace.id,
      id: link.id,
      wave_id: link.waveId,
      token_hash: link.tokenHash,
      generation: 1,
      key_id: link.keyId,
      place: link.place,
      answers_are: link.answersAre,
      one_per_device: link.onePerDevice ? 1 : 0,
      created_by: link.createdBy,
      created_at: link.createdAt,
      revoked_at: null,
    })
    .execute();
}

/** Puts a new address in the place of one generation; false where another one stands there by now. */
export async function replaceToken(
  tx: Db,
  workspace: Workspace,
  link: { id: string; generation: number; tokenHash: string; keyId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('shared_link')
    .set({
      generation: link.generation + 1,
      token_hash: link.tokenHash,
      key_id: link.keyId,
      revoked_at: null,
    })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', link.id)
    .where('generation', '=', link.generation)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** True when its address opened something until now. */
export async function markRevoked(
  tx: Db,
  workspace: Workspace,
  { id, now }: { id: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('shared_link')
    .set({ revoked_at: now })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
