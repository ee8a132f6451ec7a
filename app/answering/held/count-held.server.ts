import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countHeldRows, countWaiting } from './held-list.store.server.ts';

/** How many held responses wait for a member: in the workspace, and by persona in one wave. Never a figure. */
export async function countHeld(
  db: Db,
  workspace: Workspace,
  waveId: string | null,
): Promise<{ waiting: number; byPersona: ReadonlyMap<string, number> }> {
  const [waiting, byPersona] = await Promise.all([
    countHeldRows(db, workspace, { state: 'waiting', search: '' }),
    waveId === null ? new Map<string, number>() : countWaiting(db, workspace, waveId),
  ]);
  return { waiting, byPersona };
}
