import type { House } from '#app/platform/house.ts';
import { GRACE } from '#app/programme/wave/grace.ts';
import { deleteBegunOfClosed } from './begun.store.server.ts';

/** Answers that were begun and can be sent no more are nobody's: they go when the grace of their wave is over. */
export async function sweepBegun({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<void> {
  await deleteBegunOfClosed(db, clock.now() - GRACE);
}
