import { MINUTE } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { renewLeases } from './claim.store.server.ts';
import type { ClaimedMessage } from './claimed-message.ts';

/** How long after a crash its messages wait; who lives renews in time, however long a mail server takes to answer. */
export const LEASE = MINUTE;
const RENEWED_EVERY = LEASE / 4;

/** Keeps the messages that are in hand at the time while they are worked on. One that was lost meanwhile is lost: its fence has moved. */
export async function whileRenewing<T>(
  house: House,
  hand: ReadonlySet<ClaimedMessage>,
  work: () => Promise<T>,
): Promise<T> {
  const renew = () =>
    inTransaction(house.db, (tx) => renewLeases(tx, [...hand], house.clock.now() + LEASE)).catch(
      (fault: unknown) => house.log.warn({ err: fault }, 'the sender could not renew its hold on messages'),
    );
  const timer = setInterval(() => void renew(), RENEWED_EVERY);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
