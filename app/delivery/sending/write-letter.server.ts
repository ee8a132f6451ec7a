import type { House } from '#app/platform/house.ts';
import { openSealed, sealBytes } from '#app/platform/sealed-bytes.server.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { readBrand } from '#app/programme/brand/read-brand.server.ts';
import { linksForMail, type MailLinks } from '#app/programme/link/links-for-mail.server.ts';
import { QuestionSet } from '#app/survey/question.ts';
import { letterBrand, sharedHeaders } from '../address-letter.server.ts';
import type { ClaimedMessage } from '../claimed-message.ts';
import { composeMessage } from '../compose-message.server.ts';
import { findLetterRow } from '../delivery.store.server.ts';
import { finalMessageId } from '../final-message-id.ts';
import { type Letter, writeInvitation, writeReminder } from '../invitation-mail.ts';
import { findReminded } from '../reminder.store.server.ts';

/** A letter as it goes out. `sealed` is what the ledger keeps of it; null where it keeps it already. */
export interface WrittenLetter {
  kind: 'letter';
  bytes: Buffer;
  subject: string;
  sealed: Buffer | null;
}

export type LetterToSend = WrittenLetter | { kind: 'none'; state: 'suppressed' | 'in_doubt'; why: string };

/** The letter of a message: the bytes of an earlier attempt, or else written now. */
export async function writeLetter(house: House, message: ClaimedMessage): Promise<LetterToSend> {
  const kept = keptLetter(house, message);
  if (kept) return kept;
  if (message.resent) {
    const why = 'It may have gone out, and the same letter cannot be made again.';
    return { kind: 'none', state: 'in_doubt', why };
  }
  return (
    (await freshLetter(house, message)) ?? {
      kind: 'none',
      state: 'suppressed',
      why: 'Its link was ended.',
    }
  );
}

/** Sealed, because a letter holds its link: what is read out of the database must not open a door. */
const sealOf = ({ id }: ClaimedMessage) => `letter ${id}`;

/** Null for a first attempt, or where the secret that sealed the bytes is gone. */
function keptLetter(house: House, message: ClaimedMessage): WrittenLetter | null {
  const bytes = message.bytes && openSealed(house.env, sealOf(message), message.bytes);
  return bytes && { kind: 'letter', bytes, subject: message.subject, sealed: null };
}

/** Null where a member ended the link. */
async function freshLetter(house: House, message: ClaimedMessage): Promise<WrittenLetter | null> {
  const row = await findLetterRow(house.db, message.workspace_id, message.invitation_id);
  // The ledger's row is the proof: it belongs to this workspace's invitation.
  const workspace = mintWorkspace(message.workspace_id);
  const links = await linksForMail(house, workspace, message.invitation_id);
  if (links.kind === 'revoked') return null;
  // Read with its own programme a moment ago, so it is there.
  const brand = (await readBrand(house.db, workspace, row.programme_id))!;
  const letter = { ...toLetter(house, row, links), brand: letterBrand(brand, house.env.publicUrl) };
  const reminded =
    message.kind === 'reminder' ? await findReminded(house.db, workspace, message.invitation_id) : undefined;
  const mail = reminded ? writeReminder(letter, reminded) : writeInvitation(letter);
  const bytes = await composeMessage(mail, {
    ...sharedHeaders(house, brand, {
      ...{ workspaceId: workspace.id, programmeId: row.programme_id, waveId: row.wave_id },
    }),
    to: { name: row.person_name, address: message.to_address },
    messageId: message.message_id,
    date: house.clock.now(),
    unsubscribeUrl: letter.unsubscribeUrl,
    ...(reminded ? threadUnder(house, reminded) : {}),
  });
  const sealed = sealBytes(house.env, sealOf(message), bytes);
  return { kind: 'letter', bytes, subject: mail.subject, sealed };
}

/** Mail programs then show the reminder under the letter that it reminds of. */
function threadUnder(house: House, reminded: { messageId: string; providerId: string | null }) {
  const { smtpUrl } = house.env;
  const id = finalMessageId(reminded, URL.canParse(smtpUrl) ? new URL(smtpUrl).hostname : '');
  return { inReplyTo: id, references: id };
}

type LetterRow = Awaited<ReturnType<typeof findLetterRow>>;

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
