import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { dropOrders } from '#app/programme/order/order.store.server.ts';
import { findAskingWave, lockWave } from '#app/programme/wave/wave.store.server.ts';
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
    // Held first, so that nobody who is being invited at this moment is missed.
    await lockWave(tx, workspace, waveId);
    if (!(await findAskingWave(tx, workspace, waveId))) return { kind: 'unknown' };
    const unready = await dropOrders(tx, workspace, waveId, at);
    const ended = await endUnsent(tx, workspace, { waveId, reason: 'Taken back before it was sent.', at });
    const letters = ended + unready;
    const entry = { id: ids.make(), at, actor, act: 'recall_unsent', subject: waveId, detail: { letters } };
    await writeAudit(tx, workspace, entry);
    return { kind: 'recalled', letters };
  });
}
