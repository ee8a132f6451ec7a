import { SECOND } from '#app/platform/clock.ts';
import { isDatabaseAway } from '#app/platform/database-away.ts';
import type { House } from '#app/platform/house.ts';
import { inOneTrip } from '#app/platform/one-trip.ts';
import type { ClaimedMessage } from '../claimed-message.ts';
import { asksForLess } from '../pace/asks-for-less.ts';
import { slowDown } from '../pace/keep-pace.server.ts';
import { returnAddress } from '../return-address.server.ts';
import { type Fate, fateOf } from './fate-of.ts';
import { lookLast } from './look-last.server.ts';
import type { SenderLuck } from './luck.ts';
import { moveTogether } from './move-together.server.ts';
import { atOnce, NOTHING, type Outcome, soon } from './outcome.ts';
import { saidBy } from './rest-after.ts';
import { settle, settleFate, settleTaken, settleUnsent } from './settle-message.server.ts';
import type { LetterToSend, WrittenLetter } from './write-letter.server.ts';

/** A message in hand, and its letter, which is being written. */
export interface HeldMessage {
  message: ClaimedMessage;
  letter: Promise<LetterToSend>;
}

/** How far a mail has come. */
interface Handing {
  isWithServer: boolean;
  isDotGone: boolean;
  /** Nothing more of it may leave. */
  isOver: boolean;
  /** The mark failed; the mailer only tells that its source did. */
  markFault: unknown;
  isLost: boolean;
}

/**
 * Hands one mail over. What became of it is written down with the next mail's mark, whose dot waits for both: so no more
 * mails are past the dot without an answer in the ledger than there are lanes.
 * @param before what the lane's last mail came to
 */
export async function handOver(
  house: House,
  luck: SenderLuck,
  { message, letter }: HeldMessage,
  before: Outcome,
): Promise<Outcome> {
  const handing: Handing = {
    ...{ isWithServer: false, isDotGone: false, isOver: false, isLost: false },
    markFault: undefined,
  };
  try {
    const written = await letter;
    const not = written.kind === 'letter' || !message.resent ? await lookLast(house, message) : null;
    if (not) return atOnce(settleUnsent(house, message, not));
    if (written.kind === 'none') return atOnce(settle(house, message, written.state, written.why));
    const { providerId } = await send(house, message, written, handing, before);
    luck.meetTaken();
    return soon(() => settleTaken(house, message, providerId));
  } catch (fault) {
    handing.isOver = true;
    if (handing.isLost) return NOTHING;
    return atOnce(settleFault(house, luck, message, fault, handing));
  }
}

function send(
  house: House,
  message: ClaimedMessage,
  { bytes, subject, sealed }: WrittenLetter,
  handing: Handing,
  before: Outcome,
) {
  const kept = sealed ? { bytes: sealed, subject } : {};
  const mark = async () => {
    await before.join();
    const marked = moveTogether(house.db, message, { state: 'committed_to_send', ...kept });
    const [isHeld] = await inOneTrip(marked, before.settled);
    handing.isLost = !isHeld;
    if (!isHeld) throw new Error('another sender holds this message by now');
  };
  handing.isWithServer = true;
  return house.mailer.send({
    ...{
      workspaceId: message.workspace_id,
      from: returnAddress(house.env, message.id),
      to: message.to_address,
      subject,
    },
    bytes: allButDot(bytes, handing, mark),
  });
}

/**
 * The message, with the durable mark before its last chunk. The mailer sends the final dot only when this has ended, so no
 * dot can exist without the mark. Where it has not even come to the last chunk, no dot will.
 */
async function* allButDot(
  bytes: Buffer,
  handing: Handing,
  mark: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const last = Math.max(0, bytes.length - 2);
  yield bytes.subarray(0, last);
  try {
    await mark();
  } catch (fault) {
    handing.markFault = fault;
    throw fault;
  }
  // What the line said while the mark was on its way is heard first: a mail that cannot arrive is not let go.
  await new Promise(setImmediate);
  if (handing.isOver) throw new Error('the line broke before the last chunk');
  handing.isDotGone = true;
  yield bytes.subarray(last);
}

/** One that cannot even be written is put off like any other, and given up in the end: it holds up nobody. */
async function settleFault(
  house: House,
  luck: SenderLuck,
  message: ClaimedMessage,
  fault: unknown,
  handing: Handing,
): Promise<void> {
  const isOfLine = handing.isWithServer && handing.markFault === undefined;
  const rest = isOfLine ? luck.meetFault(fault, house.clock.now()) : null;
  const less = asksForLess(fault);
  if (less) await heed(house, message, less);
  const fate = fateFor(message, handing.markFault ?? fault, { isDotGone: handing.isDotGone, isOfLine });
  const reason = fate.kind === 'given_back' && rest ? rest.why : fate.reason;
  await settleFate(house, message, { ...fate, reason }, rest?.ms ?? 5 * SECOND);
}

/** The pace is kept whatever becomes of the mail; where it cannot be written down now, the next refusal says it again. */
async function heed(house: House, message: ClaimedMessage, scope: 'server' | 'domain'): Promise<void> {
  const { db, engine, env, clock, log } = house;
  const keeping = { engine, pace: env.pace, now: clock.now() };
  await slowDown(db, { scope, address: message.to_address }, keeping).catch((fault: unknown) =>
    log.warn({ err: fault }, 'a slower pace was not written down'),
  );
}

function fateFor(
  message: ClaimedMessage,
  cause: unknown,
  { isDotGone, isOfLine }: { isDotGone: boolean; isOfLine: boolean },
): Fate {
  // Nothing is wrong with the mail, and nothing of it that counts has left. A line to the mail server breaks by the same codes.
  if (!isOfLine && !isDotGone && isDatabaseAway(cause)) return { kind: 'given_back', reason: saidBy(cause) };
  return fateOf(cause, {
    ...{ attempts: message.attempts, isSecondCopy: message.resent === 1, isDotGone },
  });
}
