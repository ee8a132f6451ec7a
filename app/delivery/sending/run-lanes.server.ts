import type { House } from '#app/platform/house.ts';
import { CONNECTIONS } from '#app/platform/mail.ts';
import type { ClaimedMessage } from '../claimed-message.ts';
import { whileRenewing } from '../hold-messages.server.ts';
import { type HeldMessage, handOver } from './hand-over.server.ts';
import { Intake } from './intake.server.ts';
import type { SenderLuck } from './luck.ts';
import { NOTHING } from './outcome.ts';

/**
 * Sends what is due, each lane one mail after the other, until nothing is due, the sender rests or `mayGoOn` says no.
 * As many lanes as connections, so that a crash leaves no more in doubt; one mail alone after a rest.
 * @returns how many messages were claimed
 */
export async function runLanes(house: House, luck: SenderLuck, mayGoOn: () => boolean): Promise<number> {
  const hand = new Set<ClaimedMessage>();
  const most = luck.isTrying ? 1 : Number.POSITIVE_INFINITY;
  const intake = new Intake(house, {
    ...{ hand, most },
    mayGoOn: () => mayGoOn() && luck.restAt(house.clock.now()) === null,
  });
  const ended = await whileRenewing(house, hand, async () => {
    const lanes = Array.from({ length: CONNECTIONS }, () => runLane(house, luck, intake, hand));
    const outcomes = await Promise.allSettled(lanes);
    return [...outcomes, ...(await Promise.allSettled([intake.close()]))];
  });
  // Said only now, so that a job that stops has nothing in hand any more.
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return intake.claimed;
}

async function runLane(
  house: House,
  luck: SenderLuck,
  intake: Intake,
  hand: Set<ClaimedMessage>,
): Promise<void> {
  let before = NOTHING;
  const settle = async (held: HeldMessage, settled: Promise<void>) => {
    await settled;
    hand.delete(held.message);
  };
  for (let held = await intake.next(); held; held = await intake.next()) {
    const { settled, join } = await handOver(house, luck, held, before);
    const both = Promise.all([before.settled, settle(held, settled)]).then(() => undefined);
    // Heard at the next mark, and at the end.
    both.catch(() => undefined);
    before = { settled: both, join };
  }
  await before.join();
  await before.settled;
}
