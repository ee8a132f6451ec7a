import type { Db, EventProvider } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { kindOf, type MailEvent, type Outcome } from './mail-event.ts';

export interface EventKey {
  provider: EventProvider;
  event_id: string;
}

const COLUMNS = [
  'provider',
  'event_id',
  'kind',
  'status',
  'detail',
  'occurred_at',
  'received_at',
  'about_id',
  'about_message_id',
  'about_provider_id',
  'tries',
] as const;

/** A statement of SQLite holds 32,766 values, and a provider may post thousands of events at once. */
const TOGETHER = 500;

/** Takes events in, each once; how many were new. */
export async function insertEvents(db: Db, events: readonly MailEvent[], now: number): Promise<number> {
  let isNew = 0;
  for (let from = 0; from < events.length; from += TOGETHER) {
    const result = await db
      .insertInto('mail_event')
      .values(events.slice(from, from + TOGETHER).map((event) => toRow(event, now)))
      .onConflict((on) => on.columns(['provider', 'event_id']).doNothing())
      .executeTakeFirst();
    isNew += Number(result.numInsertedOrUpdatedRows ?? 0n);
  }
  return isNew;
}

function toRow(event: MailEvent, now: number) {
  return {
    provider: event.provider,
    event_id: withoutNul(event.eventId),
    kind: kindOf(event),
    status: event.status,
    detail: withoutNul(event.detail),
    // A clock that runs ahead must not make an event the last word for ever.
    occurred_at: Math.min(event.occurredAt, now),
    received_at: now,
    about_id: event.about.id ?? null,
    about_message_id: withoutNul(event.about.messageId ?? null),
    about_provider_id: withoutNul(event.about.providerId ?? null),
    state: 'waiting' as const,
    tries: 0,
    next_at: now,
    settled_at: null,
    workspace_id: null,
    message_id: null,
  };
}

/** PostgreSQL has no text with a NUL in it, and JSON has. */
function withoutNul<T extends string | null>(text: T): T {
  return (text === null ? null : text.replaceAll('\0', '')) as T;
}

/** Writes down that somebody wrote back; false where the same mail came before. It is settled as it comes in. */
export async function insertReply(
  db: Db,
  { eventId, found, at }: { eventId: string; found: { workspaceId: string; id: string } | null; at: number },
): Promise<boolean> {
  const result = await db
    .insertInto('mail_event')
    .values({
      provider: 'mail',
      event_id: eventId,
      kind: 'reply',
      status: null,
      detail: '',
      occurred_at: at,
      received_at: at,
      about_id: null,
      about_message_id: null,
      about_provider_id: null,
      state: found ? 'matched' : 'unmatched',
      tries: 0,
      next_at: at,
      settled_at: at,
      workspace_id: found?.workspaceId ?? null,
      message_id: found?.id ?? null,
    })
    .onConflict((on) => on.columns(['provider', 'event_id']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** True the first time; a token that was seen is good no more. */
export async function insertToken(db: Db, hash: string, now: number): Promise<boolean> {
  const result = await db
    .insertInto('mail_event_token')
    .values({ token_hash: hash, seen_at: now })
    .onConflict((on) => on.column('token_hash').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Lets go of tokens that are too old to be used again, and of events that nobody knew what to do with. */
export async function deleteOld(db: Db, before: { tokens: number; unmatched: number }): Promise<void> {
  await db.deleteFrom('mail_event_token').where('seen_at', '<', before.tokens).execute();
  await db
    .deleteFrom('mail_event')
    .where('state', '=', 'unmatched')
    .where('received_at', '<', before.unmatched)
    .execute();
}

export async function listDue(db: Db, now: number, limit: number): Promise<EventKey[]> {
  return db
    .selectFrom('mail_event')
    .select(['provider', 'event_id'])
    .where('state', '=', 'waiting')
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(limit)
    .execute();
}

/** The event for this transaction alone, or nothing where another one has it or has settled it. */
export async function claimEvent(tx: Db, engine: 'sqlite' | 'postgres', key: EventKey) {
  const waiting = tx
    .selectFrom('mail_event')
    .select(COLUMNS)
    .where('provider', '=', key.provider)
    .where('event_id', '=', key.event_id)
    .where('state', '=', 'waiting');
  return (engine === 'postgres' ? waiting.forUpdate().skipLocked() : waiting).executeTakeFirst();
}

export type ClaimedEvent = NonNullable<Awaited<ReturnType<typeof claimEvent>>>;

export async function matchEvent(
  tx: Db,
  key: EventKey,
  matched: { workspaceId: string; messageId: string; at: number },
): Promise<void> {
  await tx
    .updateTable('mail_event')
    .set({
      state: 'matched',
      workspace_id: matched.workspaceId,
      message_id: matched.messageId,
      settled_at: matched.at,
    })
    .where('provider', '=', key.provider)
    .where('event_id', '=', key.event_id)
    .execute();
}

/** Looked for again at `nextAt`; without one it is given up, and kept to be seen. */
export async function leaveUnmatched(
  tx: Db,
  key: EventKey,
  { tries, nextAt, now }: { tries: number; nextAt: number | null; now: number },
): Promise<void> {
  await tx
    .updateTable('mail_event')
    .set(nextAt === null ? { state: 'unmatched', tries, settled_at: now } : { tries, next_at: nextAt })
    .where('provider', '=', key.provider)
    .where('event_id', '=', key.event_id)
    .execute();
}

/** Everything that was said about a message. */
export async function outcomesOf(
  tx: Db,
  workspace: Workspace,
  messageId: string,
): Promise<(Outcome & EventKey & Pick<MailEvent, 'status'>)[]> {
  const rows = await tx
    .selectFrom('mail_event')
    .select(['provider', 'event_id', 'kind', 'status', 'occurred_at as at', 'detail'])
    .where('workspace_id', '=', workspace.id)
    .where('message_id', '=', messageId)
    .execute();
  return rows.flatMap(({ kind, ...row }) => (kind === 'reply' ? [] : [{ ...row, kind }]));
}

/** The soft bounces of one address, found by way of the person it was a message to. */
export async function softBouncesOf(
  tx: Db,
  workspace: Workspace,
  { personId, address }: { personId: string; address: string },
): Promise<{ messageId: string; at: number }[]> {
  return tx
    .selectFrom('invitation as i')
    .innerJoin('outbound_message as m', (on) =>
      on.onRef('m.workspace_id', '=', 'i.workspace_id').onRef('m.invitation_id', '=', 'i.id'),
    )
    .innerJoin('mail_event as e', (on) =>
      on.onRef('e.workspace_id', '=', 'm.workspace_id').onRef('e.message_id', '=', 'm.id'),
    )
    .select(['m.id as messageId', 'e.occurred_at as at'])
    .where('i.workspace_id', '=', workspace.id)
    .where('i.person_id', '=', personId)
    .where('m.to_address', '=', address)
    .where('e.kind', '=', 'soft_bounce')
    .execute();
}
