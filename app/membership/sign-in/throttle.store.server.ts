import type { Db } from '#app/platform/db.server.ts';
import type { Throttle } from './throttle.ts';

/**
 * The record of a key, made when there is none. The update changes nothing but holds the row until the
 * transaction ends, so that tries at the same moment are counted one after the other.
 */
export async function holdThrottle(db: Db, key: string, now: number): Promise<Throttle> {
  return db
    .insertInto('sign_in_throttle')
    .values({ throttle_key: key, failures: 0, next_at: now, updated_at: now })
    .onConflict((conflict) =>
      conflict
        .column('throttle_key')
        .doUpdateSet((row) => ({ failures: row.ref('sign_in_throttle.failures') })),
    )
    .returning(['failures', 'next_at as nextAt', 'updated_at as updatedAt'])
    .executeTakeFirstOrThrow();
}

export async function saveThrottle(db: Db, key: string, throttle: Throttle): Promise<void> {
  await db
    .updateTable('sign_in_throttle')
    .set({ failures: throttle.failures, next_at: throttle.nextAt, updated_at: throttle.updatedAt })
    .where('throttle_key', '=', key)
    .execute();
}

export async function deleteThrottle(db: Db, key: string): Promise<void> {
  await db.deleteFrom('sign_in_throttle').where('throttle_key', '=', key).execute();
}

/** Takes one try back, because it was the right password. */
export async function forgiveAttempt(db: Db, key: string, now: number): Promise<void> {
  await db
    .updateTable('sign_in_throttle')
    .set((row) => ({ failures: row('failures', '-', 1), next_at: now }))
    .where('throttle_key', '=', key)
    .where('failures', '>', 0)
    .execute();
}

/** Forgets keys nobody tried since `before`. */
export async function sweepThrottles(db: Db, before: number): Promise<void> {
  await db.deleteFrom('sign_in_throttle').where('updated_at', '<', before).execute();
}
