import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { GRACE } from '#app/programme/wave/grace.ts';
import { lockWave } from '#app/programme/wave/wave.store.server.ts';
import { countUnreached, listUnsettled, writeUnreached } from './frame/aside.store.server.ts';

/**
 * Writes down whom of a lane no letter reached, once its wave is over: pages would look through all letters that failed on
 * each visit. It holds the wave, as whoever decides on an answer or takes an invitation back does, and they have it counted again.
 */
export async function settleUnreached({
  db,
  reading,
  clock,
}: Pick<House, 'db' | 'reading' | 'clock'>): Promise<void> {
  for (const { workspaceId, ...lane } of await listUnsettled(reading, clock.now() - GRACE)) {
    const workspace = mintWorkspace(workspaceId);
    await inTransaction(db, async (tx) => {
      await lockWave(tx, workspace, lane.waveId);
      await writeUnreached(tx, workspace, lane, await countUnreached(tx, workspace, lane));
    });
  }
}
