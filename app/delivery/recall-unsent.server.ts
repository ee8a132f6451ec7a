import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findAskingWave } from '#app/programme/wave/wave.store.server.ts';
import { endUnsent } from './unsent.store.server.ts';

export type Recalled = { kind: 'recalled'; letters: number } | { kind: 'unknown' };

/** Takes back every letter of a wave that has not left. Whoever has one can still answer; nobody else is asked in it. */
export async function recallUnsent(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { waveId, actor }: { waveId: string; actor: Actor },
): Promise<Recalled> {
  const at = clock.now();
  return db.transaction().execute(async (tx): Promise<Recalled> => {
    if (!(await findAskingWave(tx, workspace, waveId))) return { kind: 'unknown' };
    const letters = await endUnsent(tx, workspace, { waveId, reason: 'Taken back before it was sent.', at });
    const entry = { id: ids.make(), at, actor, act: 'recall_unsent', subject: waveId, detail: { letters } };
    await writeAudit(tx, workspace, entry);
    return { kind: 'recalled', letters };
  });
}
