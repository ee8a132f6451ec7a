import { isDatabaseAway } from '#app/platform/database-away.ts';
import type { House } from '#app/platform/house.ts';

/** A mail over which we stumble stays where it is and holds up no other; while the database is away, all of them wait. */
export async function pastFaults({ log }: Pick<House, 'log'>, take: () => Promise<void>): Promise<void> {
  try {
    await take();
  } catch (fault) {
    if (isDatabaseAway(fault)) throw fault;
    log.error({ err: fault }, 'a mail that came back could not be taken in');
  }
}
