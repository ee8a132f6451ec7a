import { MINUTE } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { Mailer } from '#app/platform/mail.ts';
import { queueDoubted, recoverLost } from './claim.store.server.ts';
import { DOUBT_LASTS } from './doubt/doubt.ts';
import { remindSilent } from './remind-silent.server.ts';
import { SenderLuck } from './sending/luck.ts';
import { runLanes } from './sending/run-lanes.server.ts';
import { queueTold } from './told/queue-told.server.ts';

const LOOKS_EVERY = MINUTE;

interface Sender {
  luck: SenderLuck;
  /** When it last looked for what others left behind. */
  lookedAt: number;
}

const senders = new WeakMap<Mailer, Sender>();

/** Sends what is due until nothing is, or `mayGoOn` says no; true when there may be more. */
export async function sendDueMessages(house: House, mayGoOn: () => boolean = () => true): Promise<boolean> {
  const sender = senders.get(house.mailer) ?? {
    luck: new SenderLuck(),
    lookedAt: Number.NEGATIVE_INFINITY,
  };
  senders.set(house.mailer, sender);
  await lookForLost(house, sender);
  await queueTold(house, mayGoOn);
  if (sender.luck.restAt(house.clock.now())) return false;
  const claimed = await runLanes(
    house,
    sender.luck,
    () => mayGoOn() && !isLookDue(sender, house.clock.now()),
  );
  return claimed > 0 && sender.luck.restAt(house.clock.now()) === null;
}

/** At the start, and each minute: what a dead sender had in hand, and what has been in doubt for long enough. */
async function lookForLost(house: House, sender: Sender): Promise<void> {
  const now = house.clock.now();
  if (!isLookDue(sender, now)) return;
  await recoverLost(house.db, now);
  await queueDoubted(house.db, { now, since: now - DOUBT_LASTS });
  await remindSilent(house);
  sender.lookedAt = now;
}

/** Also where the clock was set back. */
function isLookDue({ lookedAt }: Sender, now: number): boolean {
  return Math.abs(now - lookedAt) >= LOOKS_EVERY;
}
