import type { Db, MessageState } from '#app/platform/db.server.ts';
import type { MailPace } from '#app/platform/env-pace.server.ts';
import { preparedQuery } from '#app/platform/prepared-query.ts';
import type { ClaimedMessage } from './claimed-message.ts';
import { takeTurn } from './take-turn.store.server.ts';
import { findTurn, type Served } from './turn.store.server.ts';
import { HELD_STATES } from './written-states.store.server.ts';

const IN_HAND = ['claimed', 'committed_to_send'] as const;

/** Who was served last: turns are taken in each process by itself. */
const served = new WeakMap<Db, Served>();
/** Turns in which everything that was due had to wait, before the sender rests. */
const TRIES = 20;

/** Takes up to `limit` due messages of one wave for `leaseMs`; nobody else can take them meanwhile, on either engine. */
export async function claimDue(
  db: Db,
  engine: 'sqlite' | 'postgres',
  { now, limit, leaseMs, pace }: { now: number; limit: number; leaseMs: number; pace: MailPace },
): Promise<ClaimedMessage[]> {
  const last: Served = served.get(db) ?? { does: 'tells', workspaceId: '', waves: new Map() };
  served.set(db, last);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const turn = await findTurn(db, now, last);
    if (!turn) return [];
    last.does = turn.does;
    last.workspaceId = turn.workspaceId;
    last.waves.set(turn.workspaceId, turn.waveId);
    const taken = await db
      .transaction()
      .execute((tx) => takeTurn(tx, engine, turn, { now, limit, until: now + leaseMs, pace }));
    if (taken.length > 0) return taken;
  }
  return [];
}

/** What a move writes. */
export interface MoveCells {
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
}

/** By the names of their cells: the few kinds of move, each compiled once, as every mail makes two. */
const movers = new Map<string, ReturnType<typeof moverOf>>();

function moverOf(names: readonly string[], from: readonly MessageState[]) {
  return preparedQuery((db, slot, place) =>
    db
      .updateTable('outbound_message')
      .set(Object.fromEntries(names.map((name) => [name, place(name)])))
      .where('workspace_id', '=', slot('workspaceId'))
      .where('id', '=', slot('messageId'))
      .where('fence', '=', place('fence'))
      .where('state', 'in', from)
      .returning('id'),
  );
}

/**
 * Moves a claimed message on, unless somebody else holds it by now: false then, and nothing may be sent. Where nobody knew
 * what became of it, the mail server's late answer settles it.
 */
export async function moveMessage(
  db: Db,
  message: Pick<ClaimedMessage, 'workspace_id' | 'id' | 'fence'>,
  cells: MoveCells,
): Promise<boolean> {
  const isAccepted = cells.state === 'accepted';
  const names = Object.keys(cells).sort();
  const kind = `${isAccepted} ${names.join(' ')}`;
  const move = movers.get(kind) ?? moverOf(names, isAccepted ? [...IN_HAND, 'in_doubt'] : IN_HAND);
  movers.set(kind, move);
  const { workspace_id: workspaceId, id: messageId, fence } = message;
  const moved = await move(db, { ...cells, workspaceId, messageId, fence });
  return moved.length > 0;
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
    .where('state', 'in', HELD_STATES)
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
    .where('state', 'in', HELD_STATES)
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
          .where('pr.in_doubt', '=', 'resend_once')
          // In a wave that is over it would wait for ever; what tells of it goes out all the same.
          .where((where) =>
            where.or([where('wave.state', '=', 'open'), where('outbound_message.kind', '=', 'told_back')]),
          ),
      ),
    )
    .execute();
}
