import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { refreshResponseStatistics } from './answering.store.server.ts';

const keptSince = new WeakMap<Db, number>();
/** Fewer are read through as fast as looked up; by more PostgreSQL has looked by itself. */
const WORTH_A_LOOK = new Set([300, 3000]);

/**
 * Tells PostgreSQL in time how large a table has become that was empty when the mails went out. Until it knows, it checks
 * the key of each new answer by reading every response of the wave, and it looks by itself only once a minute.
 */
export function noteKept({ db, engine, log }: Pick<House, 'db' | 'engine' | 'log'>): void {
  if (engine === 'sqlite') return;
  const kept = (keptSince.get(db) ?? 0) + 1;
  keptSince.set(db, kept);
  if (!WORTH_A_LOOK.has(kept)) return;
  refreshResponseStatistics(db).catch((fault: unknown) =>
    log.warn({ err: fault }, 'the statistics of kept answers were not refreshed'),
  );
}
