import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { addToCounters } from './count-answers.server.ts';
import { type LaneCount, mergeCounts } from './lane-count.ts';
import { listWaiting, listWaitingLanes, takeWaiting, type WaitingLane } from './waiting.store.server.ts';

/**
 * Commits that one transaction counts, of some dozens of responses each: the more at once, the more often two of them meet in
 * one counter, and respondents wait for it on SQLite.
 */
const SLICE = 128;

/** Moves what waits to the counters, lane by lane. */
export async function countWaiting({ db }: Pick<House, 'db'>): Promise<void> {
  for (const lane of await listWaitingLanes(db)) await countLane(db, lane);
}

/** The same of one lane. */
export async function countLane(db: Db, lane: WaitingLane): Promise<void> {
  while (await countSlice(db, lane)) await letAnswersIn();
}

/**
 * Moves what waits of one lane to the counters, inside a transaction that goes on with them, and no more than one slice.
 * @returns whether that was all
 */
export async function countRest(tx: Db, lane: WaitingLane): Promise<boolean> {
  const slice = await readSlice(tx, lane);
  await moveSlice(tx, lane, slice);
  return slice.waiting.length < SLICE;
}

/** Waiting rows, which never change until somebody takes them away, and what they add up to. */
interface Slice {
  waiting: readonly (LaneCount & { id: string })[];
  sum: readonly LaneCount[];
}

/** Whether there may be more. Read and added up before the transaction, so that it is over the sooner. */
async function countSlice(db: Db, lane: WaitingLane): Promise<boolean> {
  const slice = await readSlice(db, lane);
  if (slice.waiting.length > 0) await inTransaction(db, (tx) => moveSlice(tx, lane, slice));
  return slice.waiting.length === SLICE;
}

async function readSlice(db: Db, lane: WaitingLane): Promise<Slice> {
  const waiting = await listWaiting(db, lane, SLICE);
  return { waiting, sum: mergeCounts(waiting) };
}

/**
 * Each is counted by whoever took it away, in the same transaction: one that ends halfway leaves everything as it was, and
 * of two at once the second finds nothing left to take.
 */
async function moveSlice(tx: Db, lane: WaitingLane, { waiting, sum }: Slice): Promise<void> {
  if (waiting.length === 0) return;
  const ids = waiting.map(({ id }) => id);
  const taken = await takeWaiting(tx, lane, ids);
  const counts = taken.size === ids.length ? sum : mergeCounts(waiting.filter(({ id }) => taken.has(id)));
  await addToCounters(tx, lane.workspace, counts);
}

/** SQLite answers without the loop turning, so one slice after another would let nobody in between. */
function letAnswersIn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, A_MOMENT));
}

/** In ms: some commits of answers long. */
const A_MOMENT = 20;
