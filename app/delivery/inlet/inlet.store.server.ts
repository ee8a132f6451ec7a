import type { Db, EventProvider } from '#app/platform/db.server.ts';

/** When the newest event of a provider came in; null where none did. */
export async function findNewestEvent(db: Db, provider: EventProvider): Promise<number | null> {
  const row = await db
    .selectFrom('mail_event')
    .select('received_at')
    .where('provider', '=', provider)
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.received_at ?? null;
}

/** Events since then that no mail of this installation was found for. */
export async function countUnmatched(db: Db, since: number): Promise<number> {
  const row = await db
    .selectFrom('mail_event')
    .select(({ fn }) => fn.countAll<number>().as('events'))
    .where('state', '=', 'unmatched')
    .where('received_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(row.events);
}
