import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countLaneWork } from './queue.store.server.ts';
import { NO_WORK, type Work } from './work.ts';

/** What became of the follow-ups of a wave, by persona; a persona without any is left out. */
export async function countWork(
  db: Db,
  workspace: Workspace,
  of: { waveId: string; now: number },
): Promise<Map<string, Work>> {
  const work = new Map<string, Work>();
  for (const { personaId, state, followUps, overdue } of await countLaneWork(db, workspace, of)) {
    const before = work.get(personaId) ?? NO_WORK;
    const isOver = state === 'done' || state === 'declined';
    work.set(personaId, {
      ...before,
      ...(isOver
        ? { [state]: followUps }
        : { open: before.open + followUps, overdue: before.overdue + overdue }),
    });
  }
  return work;
}
