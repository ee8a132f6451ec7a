import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { addToCounters } from './count-answers.server.ts';
import { mergeCounts } from './lane-count.ts';
import { listWaiting, listWaitingLanes, takeWaiting, type WaitingLane } from './waiting.store.server.ts';

/** Commits that one transaction counts, of some dozens of responses each: respondents wait for it on SQLite. */
const SLICE = 32;

/** Moves what waits to the counters, lane by lane. */
export async function countWaiting({ db }: Pick<House, 'db'>): Promise<void> {
  for (const lane of await listWaitingLanes(db)) await countLane(db, lane);
}

/** The same of one lane. */
export async function countLane(db: Db, lane: WaitingLane): Promise<void> {
  while (!(await inTransaction(db, (tx) => countRest(tx, lane))));
}

/**
 * Moves what waits of one lane to the counters, inside a transaction that goes on with them, and no more than one slice.
 * @returns whether that was all
 */
export async function countRest(tx: Db, lane: WaitingLane): Promise<boolean> {
  return (await countSlice(tx, lane)) < SLICE;
}

/**
 * Each is counted by whoever took it away, in the same transaction: one that ends halfway leaves everything as it was, and
 * of two at once the second finds nothing left to take.
 */
async function countSlice(tx: Db, lane: WaitingLane): Promise<number> {
  const waiting = await listWaiting(tx, lane, SLICE);
  const ids = waiting.map(({ id }) => id);
  const taken = await takeWaiting(tx, lane, ids);
  const counts = waiting.filter(({ id }) => taken.has(id));
  await addToCounters(tx, lane.workspace, mergeCounts(counts));
  return waiting.length;
}
