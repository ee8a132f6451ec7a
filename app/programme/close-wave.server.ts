import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { dropOrders } from './order/order.store.server.ts';
import { findWave, markClosed } from './wave/wave.store.server.ts';

export type ClosedWave =
  | { kind: 'closed' }
  | { kind: 'already' }
  | { kind: 'not_sent' }
  | { kind: 'unknown' };

/** Ends the letters of a wave that have not left, inside the transaction that closes it. */
export type EndUnsent = (
  tx: Db,
  workspace: Workspace,
  closed: { waveId: string; at: number },
) => Promise<void>;

/** Ends the asking: links say so from now on, answers that came in stay. */
export async function closeWave(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: { waveId: string; actor: Actor },
  endUnsent: EndUnsent,
): Promise<ClosedWave> {
  const now = clock.now();
  const { waveId, actor } = input;
  return db.transaction().execute(async (tx): Promise<ClosedWave> => {
    if (await endWave(tx, workspace, { waveId, at: now }, endUnsent)) {
      await writeAudit(tx, workspace, {
        id: ids.make(),
        at: now,
        actor,
        act: 'close_wave',
        subject: waveId,
        detail: {},
      });
      return { kind: 'closed' };
    }
    const wave = await findWave(tx, workspace, waveId);
    if (!wave) return { kind: 'unknown' };
    return { kind: wave.state === 'closed' ? 'already' : 'not_sent' };
  });
}

/** Closes a wave that is open, with all of it that has not left, in the transaction given; false where it was not. */
export async function endWave(
  tx: Db,
  workspace: Workspace,
  { waveId, at }: { waveId: string; at: number },
  endUnsent: EndUnsent,
): Promise<boolean> {
  if (!(await markClosed(tx, workspace, waveId, at))) return false;
  await endUnsent(tx, workspace, { waveId, at });
  await dropOrders(tx, workspace, waveId, at);
  return true;
}
