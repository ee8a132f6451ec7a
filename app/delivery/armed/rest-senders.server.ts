import { MINUTE } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { setRest } from './armed.store.server.ts';
import { settleWhereabouts } from './settle-whereabouts.server.ts';

/** Should whoever asked for it die meanwhile, senders do not rest for ever. */
const LONGEST_REST = 10 * MINUTE;

/** Every process that sends from this database claims nothing while `work` runs. */
export async function whileSendersRest<T>(house: House, work: () => Promise<T>): Promise<T> {
  await settleWhereabouts(house);
  await setRest(house.db, house.clock.now() + LONGEST_REST);
  try {
    return await work();
  } finally {
    await setRest(house.db, null);
  }
}
