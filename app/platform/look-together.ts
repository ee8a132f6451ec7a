import type { Db } from './only-handle.ts';
import { MOST_AT_ONCE } from './prepared-query.ts';

/** Reads what belongs to these keys in one query; a key that leads to nothing is missing from the answer. */
export type SharedLook<V> = (db: Db, keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;

interface Looking<V> {
  key: string;
  resolve(found: V | null): void;
  reject(fault: unknown): void;
}

/**
 * Lets keys that are looked for while a query is on its way share the next one: a visit costs a query's share, not a
 * query. Where a shared query fails, everybody who shared it is told.
 */
export function createSharedLook<V>(look: SharedLook<V>): (db: Db, key: string) => Promise<V | null> {
  const queues = new WeakMap<Db, (key: string) => Promise<V | null>>();
  return (db, key) => {
    const queue = queues.get(db) ?? openQueue(db, look);
    queues.set(db, queue);
    return queue(key);
  };
}

/** Between the parts of a key; ids, hashes and names of scopes hold no line break. */
const THEN = '\n';

/** The same for what lies within something, as an invitation within a workspace: keys of one scope share a query. */
export function createScopedLook<V>(
  look: (db: Db, scope: readonly string[], keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (db: Db, scope: readonly string[], key: string) => Promise<V | null> {
  const shared = createSharedLook<V>(async (db, paths) => {
    const found = new Map<string, V>();
    const scopes = Map.groupBy(paths, (path) => path.slice(0, path.lastIndexOf(THEN)));
    for (const [scope, own] of scopes) {
      const keys = own.map((path) => path.slice(scope.length + 1));
      for (const [key, value] of await look(db, scope.split(THEN), keys))
        found.set(scope + THEN + key, value);
    }
    return found;
  });
  return (db, scope, key) => shared(db, [...scope, key].join(THEN));
}

function openQueue<V>(db: Db, look: SharedLook<V>): (key: string) => Promise<V | null> {
  const waiting: Looking<V>[] = [];
  let isRunning = false;

  async function drain(): Promise<void> {
    while (waiting.length > 0) await serve(waiting.splice(0, MOST_AT_ONCE));
    isRunning = false;
  }

  async function serve(batch: readonly Looking<V>[]): Promise<void> {
    try {
      const found = await look(db, [...new Set(batch.map(({ key }) => key))]);
      for (const { key, resolve } of batch) resolve(found.get(key) ?? null);
    } catch (fault) {
      for (const { reject } of batch) reject(fault);
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      // After this turn of the loop, so that requests read in the same turn share a query.
      setImmediate(() => void drain());
    });
}
