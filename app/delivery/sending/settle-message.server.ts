import { setTimeout as rest } from 'node:timers/promises';
import { MINUTE, SECOND } from '#app/platform/clock.ts';
import { isDatabaseAway } from '#app/platform/database-away.ts';
import type { House } from '#app/platform/house.ts';
import { retried } from '#app/platform/serial-transaction.server.ts';
import type { ClaimedMessage } from '../claimed-message.ts';
import type { Fate } from './fate-of.ts';
import type { NotToSend } from './look-last.server.ts';
import { moveTogether } from './move-together.server.ts';
import { type Move, unclaim } from './moves.store.server.ts';

/** How long what is known of a mail is kept in memory while the database is away, before it is left in doubt. */
const PATIENCE = 5 * MINUTE;
const LOOKS_AGAIN = SECOND / 2;

/** What became of a mail must be written down: without it nobody would know. False where somebody else holds it. */
async function insist(house: House, message: ClaimedMessage, cells: Move['cells']): Promise<boolean> {
  for (const since = performance.now(); ; ) {
    try {
      return await moveTogether(house.db, message, cells);
    } catch (fault) {
      if (!isDatabaseAway(fault) || performance.now() - since > PATIENCE) throw fault;
      await rest(LOOKS_AGAIN);
    }
  }
}

export async function settleTaken(
  house: House,
  message: ClaimedMessage,
  providerId: string | null,
): Promise<void> {
  await insist(house, message, {
    ...{ state: 'accepted', bytes: null, provider_id: providerId, reason: null },
    ...{ lease_until: null, settled_at: house.clock.now() },
  });
}

/** A mail that is not sent after all. That somebody answered shows that what was in doubt had arrived. */
export async function settleUnsent(house: House, message: ClaimedMessage, not: NotToSend): Promise<void> {
  if (not.kind === 'paused') return retried(() => unclaim(house.db, [message]));
  const { why, hasAnswered } = not;
  if (!message.resent) return settle(house, message, 'suppressed', why);
  // What goes out no second time may still have gone out the first.
  if (!hasAnswered) return settle(house, message, 'in_doubt', `It may have gone out, and not again: ${why}`);
  await insist(house, message, {
    ...{ state: 'accepted', bytes: null, reason: 'It had arrived: the person has answered.' },
    ...{ lease_until: null, settled_at: house.clock.now() },
  });
}

/** A mail that was not taken. What is given back waits `rest` ms at least. */
export async function settleFate(
  house: House,
  message: ClaimedMessage,
  fate: Fate,
  restMs: number,
): Promise<void> {
  const { kind, reason } = fate;
  if (kind === 'failed' || kind === 'in_doubt') return settle(house, message, kind, reason);
  const wait = kind === 'deferred' ? fate.wait : restMs;
  const tries = kind === 'given_back' ? { attempts: message.attempts - 1 } : {};
  const next_at = house.clock.now() + wait;
  await insist(house, message, { state: 'deferred', next_at, reason, lease_until: null, ...tries });
}

export async function settle(
  house: House,
  message: ClaimedMessage,
  state: 'failed' | 'suppressed' | 'in_doubt',
  reason: string,
): Promise<void> {
  const now = house.clock.now();
  const when = state === 'in_doubt' ? { settled_at: null, doubted_at: now } : { settled_at: now };
  await insist(house, message, { state, reason, lease_until: null, ...when });
}
