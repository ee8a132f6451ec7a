import type { House } from '#app/platform/house.ts';
import { findInstallation } from './armed.store.server.ts';

/**
 * Whether this database may neither send nor empty an inbox: it was restored and nobody has confirmed it, its senders were
 * told to rest, or nobody knows yet where it is. A copy would tell members a second time, and take in mails that are news to the
 * database that is sent from.
 */
export async function isAtRest({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<boolean> {
  const row = await findInstallation(db);
  if (!row || row.restoredAt !== null) return true;
  return row.restsUntil !== null && row.restsUntil > clock.now();
}
