import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { countAnswers } from './count-answers.server.ts';
import { listWaiting, listWaitingLanes, takeWaiting, type WaitingLane } from './waiting.store.server.ts';

/** As many as one transaction counts: respondents wait for it on SQLite. */
const SLICE = 1000;

/** Moves what waits to the counters, lane by lane. */
export async function countWaiting({ db }: Pick<House, 'db'>): Promise<void> {
  for (const lane of await listWaitingLanes(db)) {
    while ((await inTransaction(db, (tx) => countSlice(tx, lane))) === SLICE);
  }
}

/**
 * Each is counted by whoever took it away, in the same transaction: one that ends halfway leaves everything as it was, and
 * of two at once the second finds nothing left to take.
 */
async function countSlice(tx: Db, lane: WaitingLane): Promise<number> {
  const waiting = await listWaiting(tx, lane, SLICE);
  const taken = await takeWaiting(
    tx,
    lane,
    waiting.map(({ responseId }) => responseId),
  );
  await countAnswers(
    tx,
    lane.workspace,
    waiting.filter(({ responseId }) => taken.has(responseId)),
  );
  return waiting.length;
}
