import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countHeldRows, countWaiting } from './held-list.store.server.ts';

/** How many held responses wait for a member: in the workspace, and by persona in one wave. Never a figure. */
export async function countHeld(
  db: Db,
  workspace: Workspace,
  waveId: string | null,
): Promise<{ waiting: number; byPersona: ReadonlyMap<string, number> }> {
  return {
    waiting: await countHeldRows(db, workspace, { state: 'waiting', search: '' }),
    byPersona: waveId === null ? new Map() : await countWaiting(db, workspace, waveId),
  };
}
