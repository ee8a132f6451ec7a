import { HOUR, MINUTE } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { MailRefused } from '#app/platform/mail.ts';
import { openSealed, sealBytes } from '#app/platform/sealed-bytes.server.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { addressHashes } from '#app/programme/address-hash.server.ts';
import { linksForMail, type MailLinks } from '#app/programme/link/links-for-mail.server.ts';
import { QuestionSet } from '#app/survey/question.ts';
import { type ClaimedMessage, claimDue, queueDoubted, recoverLost } from './claim.store.server.ts';
import { composeMessage } from './compose-message.server.ts';
import { findLetterRow } from './delivery.store.server.ts';
import { LEASE, whileRenewing } from './hold-messages.server.ts';
import { type Letter, writeInvitation } from './invitation-mail.ts';
import { moveMessage } from './move-message.server.ts';
import { isSuppressed } from './suppression.store.server.ts';

/** As many at a time as there are SMTP connections: the most a crash can leave in doubt. */
const AT_ONCE = 5;
/** How long a mail server's late answer, or the person's own, may still settle what nobody knows. */
const DOUBT = 15 * MINUTE;
const BACKOFF = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR];

/** Sends what is due now; true when there may be more. */
export async function sendDueMessages(house: House): Promise<boolean> {
  const now = house.clock.now();
  await recoverLost(house.db, now);
  await queueDoubted(house.db, { now, since: now - DOUBT });
  const claimed = await claimDue(house.db, house.engine, { now, limit: AT_ONCE, leaseMs: LEASE });
  const ended = await whileRenewing(house, claimed, () =>
    Promise.allSettled(claimed.map((message) => sendOne(house, message))),
  );
  // Said only now, so that a job that stops has nothing in hand any more.
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return claimed.length > 0;
}

/** One that cannot even be written is put off like any other, and given up in the end: it holds up nobody. */
async function sendOne(house: House, message: ClaimedMessage): Promise<void> {
  let marked = false;
  const onMark = async () => {
    marked = await moveMessage(house.db, message, { state: 'committed_to_send' });
    if (!marked) throw new Error('another sender holds this message by now');
  };
  try {
    await handOver(house, message, onMark);
  } catch (fault) {
    await settleFault(house, message, fault, marked);
  }
}

async function handOver(house: House, message: ClaimedMessage, onMark: () => Promise<void>): Promise<void> {
  const row = await findLetterRow(house.db, message.workspace_id, message.invitation_id);
  const why = await reasonNotToSend(house, message, row);
  if (why) {
    await settleUnsent(house, message, row, why);
    return;
  }
  const kept = keptLetter(house, message);
  if (!kept && message.resent) {
    await settle(
      house,
      message,
      'in_doubt',
      'It may have gone out, and the same letter cannot be made again.',
    );
    return;
  }
  const letter = kept ?? (await writtenLetter(house, message, row));
  if (!letter) {
    await settle(house, message, 'suppressed', 'Its link was ended.');
    return;
  }
  const { bytes, subject } = letter;
  const { workspace_id: workspaceId, to_address: to } = message;
  const from = house.env.mailFrom;
  const mail = { workspaceId, from, to, subject, bytes: allButDot(bytes, onMark) };
  const { providerId } = await house.mailer.send(mail);
  await moveMessage(house.db, message, {
    state: 'accepted',
    bytes: null,
    provider_id: providerId,
    reason: null,
    lease_until: null,
    settled_at: house.clock.now(),
  });
}

/**
 * The message, with the durable mark before its last chunk. The mailer sends the final dot only when this has
 * ended, so no dot can exist without the mark: the mark, never an error, decides what may be sent again.
 */
async function* allButDot(bytes: Buffer, mark: () => Promise<void>): AsyncGenerator<Uint8Array> {
  const last = Math.max(0, bytes.length - 2);
  yield bytes.subarray(0, last);
  await mark();
  yield bytes.subarray(last);
}

type LetterRow = Awaited<ReturnType<typeof findLetterRow>>;

/** Asked again at the last moment: much may have happened since the wave was sent. */
async function reasonNotToSend(
  house: House,
  message: ClaimedMessage,
  row: LetterRow,
): Promise<string | null> {
  if (row.revoked_at !== null) return 'The invitation was taken back.';
  if (row.wave_state !== 'open') return 'The wave was closed.';
  if (row.response_id !== null || row.marked !== null) return 'The person has answered.';
  const hashes = addressHashes(house.env, message.to_address);
  return (await isSuppressed(house.db, message.workspace_id, hashes))
    ? 'This address must not be written to.'
    : null;
}

/** That somebody answered shows that what was in doubt had arrived. */
async function settleUnsent(
  house: House,
  message: ClaimedMessage,
  row: LetterRow,
  why: string,
): Promise<void> {
  if (!message.resent) return settle(house, message, 'suppressed', why);
  const hasAnswered = row.response_id !== null || row.marked !== null;
  // What goes out no second time may still have gone out the first.
  if (!hasAnswered) return settle(house, message, 'in_doubt', `It may have gone out, and not again: ${why}`);
  await moveMessage(house.db, message, {
    state: 'accepted',
    bytes: null,
    reason: 'It had arrived: the person has answered.',
    lease_until: null,
    settled_at: house.clock.now(),
  });
}

interface WrittenLetter {
  bytes: Buffer;
  subject: string;
}

/** Sealed, because a letter holds its link: what is read out of the database must not open a door. */
const sealOf = ({ id }: ClaimedMessage) => `letter ${id}`;

/** The bytes of an earlier attempt; null for a first one, or where the secret that sealed them is gone. */
function keptLetter(house: House, message: ClaimedMessage): WrittenLetter | null {
  const bytes = message.bytes && openSealed(house.env, sealOf(message), message.bytes);
  return bytes && { bytes, subject: message.subject };
}

/** Null where a member ended the link. */
async function writtenLetter(
  house: House,
  message: ClaimedMessage,
  row: LetterRow,
): Promise<WrittenLetter | null> {
  // The ledger's row is the proof: it belongs to this workspace's invitation.
  const workspace = mintWorkspace(message.workspace_id);
  const links = await linksForMail(house, workspace, message.invitation_id);
  if (links.kind === 'revoked') return null;
  const letter = toLetter(house, row, links);
  const mail = writeInvitation(letter);
  const bytes = await composeMessage(mail, {
    from: { name: row.sender_name, address: house.env.mailFrom },
    to: { name: row.person_name, address: message.to_address },
    messageId: message.message_id,
    date: house.clock.now(),
    listId: `${row.programme_id}.${message.workspace_id}.${house.env.mailFrom.split('@')[1]}`,
    unsubscribeUrl: letter.unsubscribeUrl,
  });
  const cells = { bytes: sealBytes(house.env, sealOf(message), bytes), subject: mail.subject };
  const kept = await moveMessage(house.db, message, { state: 'claimed', ...cells });
  if (!kept) throw new Error('another sender holds this message by now');
  return { bytes, subject: mail.subject };
}

function toLetter(house: House, row: LetterRow, links: Extract<MailLinks, { kind: 'links' }>): Letter {
  const why =
    row.decision !== null && row.decide_on !== null
      ? { decision: row.decision, decideOn: row.decide_on }
      : null;
  return {
    workspaceName: row.workspace_name,
    senderName: row.sender_name,
    personName: row.person_name,
    personaName: row.persona_name,
    accountName: row.account_name,
    why,
    questionSet: QuestionSet.parse(JSON.parse(row.definition)),
    answerUrl: `${house.env.publicUrl}/r/${links.answer}`,
    unsubscribeUrl: `${house.env.publicUrl}/u/${links.unsubscribe}`,
  };
}

async function settleFault(
  house: House,
  message: ClaimedMessage,
  fault: unknown,
  marked: boolean,
): Promise<void> {
  const said = fault instanceof Error ? fault.message : String(fault);
  if (fault instanceof MailRefused) {
    if (fault.responseCode >= 500) return settle(house, message, 'failed', said);
    return defer(house, message, said);
  }
  if (marked)
    return settle(house, message, 'in_doubt', `The line broke before the mail server’s answer: ${said}`);
  return defer(house, message, said);
}

async function defer(house: House, message: ClaimedMessage, reason: string): Promise<void> {
  const wait = BACKOFF[message.attempts - 1];
  if (wait === undefined)
    return settle(house, message, 'failed', `Given up after ${message.attempts} attempts: ${reason}`);
  const next_at = house.clock.now() + wait;
  await moveMessage(house.db, message, { state: 'deferred', next_at, reason, lease_until: null });
}

async function settle(
  house: House,
  message: ClaimedMessage,
  state: 'failed' | 'suppressed' | 'in_doubt',
  reason: string,
): Promise<void> {
  const now = house.clock.now();
  const when = state === 'in_doubt' ? { settled_at: null, doubted_at: now } : { settled_at: now };
  await moveMessage(house.db, message, { state, reason, lease_until: null, ...when });
}
