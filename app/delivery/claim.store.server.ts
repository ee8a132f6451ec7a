import type { Db, MessageState } from '#app/platform/db.server.ts';

export interface ClaimedMessage {
  workspace_id: string;
  id: string;
  invitation_id: string;
  to_address: string;
  subject: string;
  message_id: string;
  bytes: Buffer | null;
  attempts: number;
  fence: number;
  /** 1 where it goes out once more, because nobody knows whether it arrived. */
  resent: number;
}

const IN_HAND = ['claimed', 'committed_to_send'] as const;

/** Takes up to `limit` due messages for `leaseMs`; nobody else can take them meanwhile, on either engine. */
export async function claimDue(
  db: Db,
  engine: 'sqlite' | 'postgres',
  { now, limit, leaseMs }: { now: number; limit: number; leaseMs: number },
): Promise<ClaimedMessage[]> {
  return db.transaction().execute(async (tx) => {
    const due = tx
      .selectFrom('outbound_message as due')
      .select('due.id')
      .where('due.state', 'in', ['queued', 'deferred'])
      .where('due.next_at', '<=', now)
      .orderBy('due.next_at')
      .limit(limit);
    const ids = await (engine === 'postgres' ? due.forUpdate().skipLocked() : due).execute();
    if (ids.length === 0) return [];
    return tx
      .updateTable('outbound_message')
      .set((eb) => ({
        state: 'claimed' as const,
        lease_until: now + leaseMs,
        fence: eb('fence', '+', 1),
        attempts: eb('attempts', '+', 1),
      }))
      .where(
        'id',
        'in',
        ids.map(({ id }) => id),
      )
      .where('state', 'in', ['queued', 'deferred'])
      .returning([
        'workspace_id',
        'id',
        'invitation_id',
        'to_address',
        'subject',
        'message_id',
        'bytes',
        'attempts',
        'fence',
        'resent',
      ])
      .execute();
  });
}

/**
 * Moves a claimed message on, unless somebody else holds it by now: false then, and nothing may be sent. Where nobody knew
 * what became of it, the mail server's late answer settles it.
 */
export async function moveMessage(
  db: Db,
  message: Pick<ClaimedMessage, 'workspace_id' | 'id' | 'fence'>,
  cells: {
    state: MessageState;
    attempts?: number;
    bytes?: Buffer | null;
    subject?: string;
    provider_id?: string | null;
    reason?: string | null;
    next_at?: number;
    lease_until?: number | null;
    settled_at?: number | null;
    doubted_at?: number;
  },
): Promise<boolean> {
  const moved = await db
    .updateTable('outbound_message')
    .set(cells)
    .where('workspace_id', '=', message.workspace_id)
    .where('id', '=', message.id)
    .where('fence', '=', message.fence)
    .where('state', 'in', cells.state === 'accepted' ? [...IN_HAND, 'in_doubt'] : IN_HAND)
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}

/** Holds messages for longer; those that were taken for lost meanwhile are not taken back. */
export async function renewLeases(
  db: Db,
  messages: readonly Pick<ClaimedMessage, 'workspace_id' | 'id' | 'fence'>[],
  until: number,
): Promise<void> {
  for (const { workspace_id, id, fence } of messages)
    await db
      .updateTable('outbound_message')
      .set({ lease_until: until })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .where('fence', '=', fence)
      .where('state', 'in', IN_HAND)
      .execute();
}

/**
 * Messages whose sender died. Without the mark no final dot left, so they may be sent again;
 * with it nobody knows, and that is what the state says.
 */
export async function recoverLost(db: Db, now: number): Promise<void> {
  await db
    .updateTable('outbound_message')
    .set({ state: 'queued', lease_until: null })
    .where('state', '=', 'claimed')
    .where('lease_until', '<', now)
    .execute();
  await db
    .updateTable('outbound_message')
    .set({
      state: 'in_doubt',
      lease_until: null,
      doubted_at: now,
      reason: 'The sender stopped before the mail server’s answer came.',
    })
    .where('state', '=', 'committed_to_send')
    .where('lease_until', '<', now)
    .execute();
}

/** Puts back in the queue, once, what has been in doubt since before `since` in programmes that want it sent again. */
export async function queueDoubted(db: Db, { now, since }: { now: number; since: number }): Promise<void> {
  await db
    .updateTable('outbound_message')
    .set({ state: 'queued', resent: 1, next_at: now })
    .where('state', '=', 'in_doubt')
    .where('resent', '=', 0)
    .where('doubted_at', '<=', since)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('invitation as i')
          .innerJoin('wave', (on) =>
            on.onRef('wave.workspace_id', '=', 'i.workspace_id').onRef('wave.id', '=', 'i.wave_id'),
          )
          .innerJoin('programme as pr', (on) =>
            on.onRef('pr.workspace_id', '=', 'wave.workspace_id').onRef('pr.id', '=', 'wave.programme_id'),
          )
          .select('i.id')
          .whereRef('i.workspace_id', '=', 'outbound_message.workspace_id')
          .whereRef('i.id', '=', 'outbound_message.invitation_id')
          .where('pr.in_doubt', '=', 'resend_once'),
      ),
    )
    .execute();
}
