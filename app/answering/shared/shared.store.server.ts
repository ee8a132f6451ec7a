import type { Db } from '#app/platform/db.server.ts';
import { preparedQuery } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';

const linkBy = preparedQuery((db, slot) =>
  db
    .selectFrom('shared_link as l')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'l.workspace_id').onRef('w.id', '=', 'l.wave_id'),
    )
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'w.workspace_id').onRef('p.id', '=', 'w.programme_id'),
    )
    .innerJoin('workspace as ws', 'ws.id', 'l.workspace_id')
    .select(['l.workspace_id', 'l.id', 'l.wave_id', 'l.generation', 'l.answers_are', 'l.one_per_device'])
    .select(['w.state', 'w.closed_at', 'w.programme_id', 'p.confidentiality', 'ws.name as workspace_name'])
    .where('l.token_hash', '=', slot('tokenHash'))
    .where('l.revoked_at', 'is', null),
);

/** Where a shared link leads; null when it is unknown or its address was stopped. */
export async function findSharedRow(db: Db, tokenHash: string) {
  const [row] = await linkBy(db, { tokenHash });
  return row ?? null;
}

const lanesOf = preparedQuery((db, slot) =>
  db
    .selectFrom('wave_lane')
    .select(['persona_id', 'survey_version_id'])
    .where('workspace_id', '=', slot('workspaceId'))
    .where('wave_id', '=', slot('waveId')),
);

/** Which persona gets which version. */
export async function listSharedLanes(
  db: Db,
  { workspace_id: workspaceId, wave_id: waveId }: { workspace_id: string; wave_id: string },
) {
  return lanesOf(db, { workspaceId, waveId });
}

/** Whether one of these hashes is of a device that has answered through the link. */
export async function hasAnswered(
  db: Db,
  workspace: Workspace,
  { linkId, hashes }: { linkId: string; hashes: readonly string[] },
): Promise<boolean> {
  const row = await db
    .selectFrom('shared_link_device')
    .select('device_hash')
    .where('workspace_id', '=', workspace.id)
    .where('shared_link_id', '=', linkId)
    .where('device_hash', 'in', hashes)
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks devices; those that had no mark on their link, as `link hash`. */
export async function markDevices(
  tx: Db,
  workspace: Workspace,
  devices: readonly { linkId: string; hash: string }[],
): Promise<Set<string>> {
  if (devices.length === 0) return new Set();
  // In one order everywhere, so that two at once wait for each other and never deadlock.
  const rows = [...new Map(devices.map((one) => [`${one.linkId} ${one.hash}`, one]))].sort(byKey);
  const written = await tx
    .insertInto('shared_link_device')
    .values(
      rows.map(([, { linkId, hash }]) => ({
        workspace_id: workspace.id,
        shared_link_id: linkId,
        device_hash: hash,
      })),
    )
    .onConflict((on) => on.doNothing())
    .returning(['shared_link_id', 'device_hash'])
    .execute();
  return new Set(written.map((row) => `${row.shared_link_id} ${row.device_hash}`));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Which of these pages were kept before, and as what. */
export async function findKeptSubmits(
  db: Db,
  workspace: Workspace,
  submitIds: readonly string[],
): Promise<Map<string, 'counted' | 'held'>> {
  const counted = await db
    .selectFrom('response')
    .select('submit_id')
    .where('workspace_id', '=', workspace.id)
    .where('submit_id', 'in', submitIds)
    .where('invitation_id', 'is', null)
    .execute();
  const held = await db
    .selectFrom('held_response')
    .select('submit_id')
    .where('workspace_id', '=', workspace.id)
    .where('submit_id', 'in', submitIds)
    .execute();
  return new Map([
    ...held.map(({ submit_id }) => [submit_id, 'held'] as const),
    ...counted.map(({ submit_id }) => [submit_id, 'counted'] as const),
  ]);
}

/** What was held because a machine could have pressed it needs nobody: a hand pressed since. */
export async function settlePressedAgain(
  tx: Db,
  workspace: Workspace,
  { submitIds, at }: { submitIds: readonly string[]; at: number },
): Promise<void> {
  if (submitIds.length === 0) return;
  await tx
    .updateTable('held_response')
    .set({ decision: 'answered', decided_at: at })
    .where('workspace_id', '=', workspace.id)
    .where('submit_id', 'in', submitIds)
    .where('reason', '=', 'machine')
    .where('decision', 'is', null)
    .execute();
}
