import { DAY, HOUR, MINUTE, SECOND } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { lookAtLimits } from '../auto-pause.server.ts';
import { applyEvent, arrivedReason } from './apply-event.server.ts';
import {
  type ClaimedEvent,
  claimEvent,
  deleteOld,
  type EventKey,
  leaveUnmatched,
  listDue,
  matchEvent,
} from './event.store.server.ts';
import { findMessage } from './find-message.server.ts';
import { settleToldDoubts } from './told-message.store.server.ts';

type Taking = Pick<House, 'db' | 'engine' | 'env' | 'ids' | 'clock'>;

const AT_ONCE = 50;
/** An event may be here before we know that its message was taken, or under which id. */
const AGAIN_AFTER = [10 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR];
export const KEPT_UNMATCHED = 72 * HOUR;
/** How long an event that matched nothing stays to be seen. */
const SHOWN = 30 * DAY;
/** A signature's token is refused for its age after a day; the hour more is for clocks that differ. */
export const TOKEN_LIFE = 25 * HOUR;

/**
 * Takes in what mail servers said, event by event: each in one transaction that finds its message, merges it and settles
 * it, so that a crash before it changes nothing, and after it nothing is left to do. True when more is due.
 */
export async function takeEvents(house: Taking): Promise<boolean> {
  const now = house.clock.now();
  const due = await listDue(house.db, now, AT_ONCE);
  for (const key of due) await inTransaction(house.db, (tx) => takeEvent({ ...house, db: tx }, key));
  await settleToldDoubts(house.db, { at: now, reason: arrivedReason(null) });
  await lookAtLimits(house);
  return due.length === AT_ONCE;
}

/** Lets go of what nobody needs any more. */
export async function sweepEvents({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  await deleteOld(db, { tokens: now - TOKEN_LIFE, unmatched: now - SHOWN });
}

async function takeEvent(house: Taking, key: EventKey): Promise<void> {
  const event = await claimEvent(house.db, house.engine, key);
  // A reply settles when it comes in; what is left of one needs nothing here.
  if (!event || event.kind === 'reply') return;
  const found = await findMessage(house.db, {
    id: event.about_id,
    messageId: event.about_message_id,
    providerId: event.about_provider_id,
  });
  if (!found) return lookAgainLater(house.db, event, house.clock.now());
  const { workspaceId, id: messageId } = found;
  await matchEvent(house.db, key, { workspaceId, messageId, at: house.clock.now() });
  // The ledger's row is the proof: the message is of this workspace.
  const told = { ...event, kind: event.kind };
  await applyEvent(house, mintWorkspace(workspaceId), { event: told, messageId });
}

async function lookAgainLater(tx: Db, event: ClaimedEvent, now: number): Promise<void> {
  const tries = event.tries + 1;
  const wait = AGAIN_AFTER[event.tries] ?? HOUR;
  const ends = event.received_at + KEPT_UNMATCHED;
  const nextAt = now >= ends ? null : Math.min(now + wait, ends);
  await leaveUnmatched(tx, event, { tries, nextAt, now });
}
