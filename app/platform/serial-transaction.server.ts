import type { Db } from './db.server.ts';

/** SQLSTATE of a serializable transaction that another one overtook. SQLite queues writers and never says it. */
const SERIALIZATION_FAILURE = '40001';
const MOST_TRIES = 5;

/**
 * Runs `work` as if no other transaction ran at the same time, so that what it reads still holds when it writes.
 * A try that another transaction overtook is undone and begun again, so `work` touches nothing but `tx`.
 */
export async function inSerialTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().setIsolationLevel('serializable').execute(work);
    } catch (fault) {
      if (!wasOvertaken(fault) || tries === MOST_TRIES) throw fault;
    }
  }
}

function wasOvertaken(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === SERIALIZATION_FAILURE;
}
