import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { GRACE } from '#app/programme/wave/grace.ts';
import { addUnsent, deleteBegunOf, listOverLanes } from './begun.store.server.ts';

/**
 * Answers that were begun and can be sent no more are nobody's: they go when the grace of their wave is over. How many they
 * were is kept where answers carry names; in confidence it would say how many of those who began went on to answer.
 */
export async function sweepBegun({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<void> {
  for (const lane of await listOverLanes(db, clock.now() - GRACE)) {
    await inTransaction(db, async (tx) => {
      const people = await deleteBegunOf(tx, lane);
      if (people > 0 && lane.confidentiality === 'attributed') await addUnsent(tx, lane, people);
    });
  }
}
