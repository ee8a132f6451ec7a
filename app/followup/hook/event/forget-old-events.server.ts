import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { KEPT_FOR } from '../sending/hook-retry.ts';
import { forgetEvents } from './event.store.server.ts';

const MOST = 500;

/** Forgets some of what is older than it is kept, delivered or not; answers whether more is. */
export function forgetOldEvents({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<boolean> {
  const before = clock.now() - KEPT_FOR;
  return inTransaction(db, (tx) => forgetEvents(tx, { before, most: MOST }));
}
