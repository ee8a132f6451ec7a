import { isDatabaseAway } from './database-away.ts';
import type { Db } from './db.server.ts';
import { inTransaction } from './serial-transaction.server.ts';

/** As many as share one commit; more only make the first of them wait. */
const MOST = 200;

/** Work of one kind that can share a transaction: many inputs in, an outcome for each in the same order. */
export type SharedWork<I, O> = (tx: Db, inputs: readonly I[]) => Promise<O[]>;

interface Waiting<I, O> {
  input: I;
  resolve(outcome: O): void;
  reject(fault: unknown): void;
}

/**
 * Lets everything that arrives while one commit is on its way to the disk share the next: with a durable commit the disk,
 * not the database, sets the pace. Each promise settles only after the commit that holds its work. Where a shared
 * transaction fails, each input is tried alone, so that one bad input spoils nobody else's.
 * @param alone how that is done, where `work` expects what is likely and this finds out what is
 */
export function createCommitQueue<I, O>(
  db: Db,
  work: SharedWork<I, O>,
  alone: SharedWork<I, O> = work,
): (input: I) => Promise<O> {
  const waiting: Waiting<I, O>[] = [];
  const underWay = new Set<readonly Waiting<I, O>[]>();
  let isGathering = false;

  /** Beside another only with as many as that one carries: commits of a few each would cost more than they gain. */
  function mayBegin(): boolean {
    const isRoom = underWay.size < db.family.atOnce;
    return isRoom && waiting.length > 0 && [...underWay].every(({ length }) => length <= waiting.length);
  }

  async function begin(): Promise<void> {
    if (isGathering) return;
    isGathering = true;
    while (mayBegin()) {
      await everybodyIsIn(waiting);
      const batch = waiting.splice(0, MOST);
      underWay.add(batch);
      void commit(batch).then(() => {
        underWay.delete(batch);
        void begin();
      });
    }
    isGathering = false;
  }

  async function commit(batch: readonly Waiting<I, O>[], how = work): Promise<void> {
    try {
      const inputs = batch.map(({ input }) => input);
      const outcomes = await inTransaction(db, (tx) => how(tx, inputs));
      for (const [at, { resolve }] of batch.entries()) resolve(outcomes[at]!);
    } catch (fault) {
      const isLast = batch.length === 1 && how === alone;
      // Nobody fares better alone where the database is away, and one after the other they would wait for ever.
      if (isLast || isDatabaseAway(fault)) for (const { reject } of batch) reject(fault);
      else for (const one of batch) await commit([one], alone);
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      void begin();
    });
}

/**
 * Turns of the loop that a commit lets pass while nobody new comes: what was read in one turn reaches the queue a turn or
 * two apart, and would otherwise split into two commits for good. An idle loop turns in microseconds.
 */
const QUIET_TURNS = 3;

async function everybodyIsIn(waiting: readonly unknown[]): Promise<void> {
  for (let quiet = 0, before = waiting.length; quiet < QUIET_TURNS && before < MOST; ) {
    await new Promise(setImmediate);
    quiet = waiting.length === before ? quiet + 1 : 0;
    before = waiting.length;
  }
}
