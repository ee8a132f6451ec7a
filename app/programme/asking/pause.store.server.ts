import type { Db, PausedWhy } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** True when the wave was open and going, and is held up now. */
export async function markPaused(
  tx: Db,
  workspace: Workspace,
  { waveId, why, by, at }: { waveId: string; why: PausedWhy; by: string | null; at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('wave')
    .set({ paused_at: at, paused_why: why, paused_by: by })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .where('kind', '=', 'asked')
    .where('state', '=', 'open')
    .where('paused_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** True when the wave was held up and goes on now. One that was late has begun by that; one for later has not. */
export async function markResumed(
  tx: Db,
  workspace: Workspace,
  waveId: string,
  at: number,
): Promise<boolean> {
  const paused = tx
    .updateTable('wave')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .where('state', '=', 'open')
    .where('paused_at', 'is not', null);
  await paused
    .set((row) => ({ started_at: row.fn.coalesce('started_at', row.val(at)) }))
    .where('paused_why', '=', 'late')
    .execute();
  const { numUpdatedRows } = await paused
    .set({ paused_at: null, paused_why: null, paused_by: null })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Its first mail is taken up; a wave that has begun keeps the time. */
export async function markStarted(tx: Db, workspace: Workspace, waveId: string, at: number): Promise<void> {
  await tx
    .updateTable('wave')
    .set({ started_at: at })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .where('started_at', 'is', null)
    .execute();
}
