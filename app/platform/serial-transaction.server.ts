import type { Db } from './db.server.ts';
import { isBusy, LONGEST_WAIT, letOthersWork } from './until-begun.ts';

/** SQLSTATEs of a transaction that another one overtook or locked out. SQLite queues writers and never says them. */
const OVERTAKEN = new Set(['40001', '40P01']);
const MOST_TRIES = 5;

/**
 * Runs `work` as if no other transaction ran at the same time, so that what it reads still holds when it writes.
 * A try that another transaction overtook is undone and begun again, so `work` touches nothing but `tx`.
 */
export function inSerialTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return retried(() => db.transaction().setIsolationLevel('serializable').execute(work));
}

/** A transaction that begins again where it and another one waited for each other; `work` touches nothing but `tx`. */
export function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return retried(() => db.transaction().execute(work));
}

/** What a transaction came to that was undone on purpose. */
class Undone<T> {
  readonly said: T;

  constructor(said: T) {
    this.said = said;
  }
}

/**
 * A transaction of several steps, each of which may find that nothing of it can be: `undo` ends it, takes back what the steps
 * before have written, and gives its word to whoever began.
 */
export async function inUndoableTransaction<T>(
  db: Db,
  work: (tx: Db, undo: (said: T) => never) => Promise<T>,
): Promise<T> {
  const undo = (said: T): never => {
    throw new Undone(said);
  };
  try {
    return await inTransaction(db, (tx) => work(tx, undo));
  } catch (fault) {
    if (fault instanceof Undone) return fault.said as T;
    throw fault;
  }
}

/** Does once more what another transaction overtook, and waits for a file that another process writes. */
export async function retried<T>(once: () => Promise<T>): Promise<T> {
  const since = performance.now();
  for (let tries = 1; ; tries += 1) {
    try {
      return await once();
    } catch (fault) {
      const mayWait = isBusy(fault) && performance.now() - since < LONGEST_WAIT;
      if (!mayWait && (!wasOvertaken(fault) || tries >= MOST_TRIES)) throw fault;
      if (mayWait) await letOthersWork(tries);
    }
  }
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}

function wasOvertaken(fault: unknown): boolean {
  return OVERTAKEN.has(codeOf(fault));
}
