import type { House } from '#app/platform/house.ts';
import { createScopedLook } from '#app/platform/look-together.ts';
import { openSealed } from '#app/platform/sealed-bytes.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { type ProgrammeBrand, readBrand } from '#app/programme/brand/read-brand.server.ts';
import { linksForMail, type MailLinks } from '#app/programme/link/links-for-mail.server.ts';
import { findToldLetter } from '#app/programme/told/find-told-letter.server.ts';
import { readBy, type WrittenSet } from '#app/survey/translation/read-by.ts';
import { letterBrand, sharedHeaders } from '../address-letter.server.ts';
import type { ClaimedMessage } from '../claimed-message.ts';
import { finalMessageId } from '../final-message-id.ts';
import type { Letter } from '../invitation-mail.ts';
import {
  findAskedState,
  findLetterRow,
  findQuestionSet,
  type LetterRow,
} from '../letter-row.store.server.ts';
import { findReminded } from '../reminder.store.server.ts';
import { pressOf } from './letter-press.server.ts';
import { unpackLetter } from './pack-letter.server.ts';
import type { LetterWords } from './print-letter.server.ts';

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
  const packed = message.bytes && openSealed(house.env, sealOf(message), message.bytes);
  const bytes = packed && unpackLetter(packed);
  return bytes && { kind: 'letter', bytes, subject: message.subject, sealed: null };
}

/** The look of a programme's mail, read once for all letters that are written in one turn. */
const findBrand = createScopedLook<ProgrammeBrand>(async (db, [workspaceId], programmeIds) => {
  const workspace = mintWorkspace(workspaceId!);
  const brands = new Map<string, ProgrammeBrand>();
  for (const id of programmeIds) {
    const brand = await readBrand(db, workspace, id);
    if (brand) brands.set(id, brand);
  }
  return brands;
});

/** Null where a member ended the link. */
async function freshLetter(house: House, message: ClaimedMessage): Promise<WrittenLetter | null> {
  // The ledger's row is the proof: it belongs to this workspace's invitation.
  const workspace = mintWorkspace(message.workspace_id);
  const [row, links] = await Promise.all([
    findLetterRow(house.db, [workspace.id], message.invitation_id),
    linksForMail(house, workspace, message.invitation_id),
  ]);
  if (links.kind === 'revoked' || !row) return null;
  const [brand, asked] = await Promise.all([
    findBrand(house.db, [workspace.id], row.programme_id),
    findQuestionSet(house.db, [workspace.id], row.survey_version_id),
  ]);
  if (!brand || !asked) throw new Error('A letter without its programme or its questions.');
  const parts = { workspace, message, row, links, brand, asked };
  const { words, ...thread } =
    message.kind === 'told_back'
      ? { words: await tellingWords(house, parts) }
      : await askingWords(house, parts);
  const { bytes, subject, sealed } = await pressOf(house).print({
    words,
    envelope: {
      ...sharedHeaders(house, brand, {
        ...{ workspaceId: workspace.id, programmeId: row.programme_id, waveId: row.wave_id },
      }),
      to: { name: row.person_name, address: message.to_address },
      messageId: message.message_id,
      date: house.clock.now(),
      unsubscribeUrl: unsubscribeUrl(house, links),
      ...thread,
    },
    seal: sealOf(message),
  });
  return { kind: 'letter', bytes, subject, sealed };
}

interface LetterParts {
  workspace: Workspace;
  message: ClaimedMessage;
  row: LetterRow;
  links: Extract<MailLinks, { kind: 'links' }>;
  brand: ProgrammeBrand;
  asked: WrittenSet;
}

interface AskingWords {
  words: LetterWords;
  inReplyTo?: string;
  references?: string;
}

/** An invitation, or a reminder of one with where it belongs. */
async function askingWords(
  house: House,
  { workspace, message, row, links, brand, asked }: LetterParts,
): Promise<AskingWords> {
  const letter = {
    ...toLetter(house, { row, asked, links }),
    brand: letterBrand(brand, house.env.publicUrl),
  };
  const reminded =
    message.kind === 'reminder' ? await findReminded(house.db, workspace, message.invitation_id) : undefined;
  if (!reminded) return { words: { kind: 'invitation', letter } };
  return { words: { kind: 'reminder', letter, reminded }, ...threadUnder(house, reminded) };
}

/** What came of the answers of the lane that this person was asked in. */
async function tellingWords(
  house: House,
  { workspace, message, row, links, brand, asked }: LetterParts,
): Promise<LetterWords> {
  const key = `${row.wave_id} ${row.persona_id} ${message.ordinal}`;
  const [letter, state] = await Promise.all([
    findToldLetter(house.db, [workspace.id], key),
    findAskedState(house.db, [workspace.id], message.invitation_id),
  ]);
  if (!letter) throw new Error('A mail about what came of answers, without its letter.');
  const mail = {
    workspaceName: row.workspace_name,
    senderName: row.sender_name,
    personName: row.person_name,
    personaName: row.persona_name,
    personaPlural: row.persona_plural,
    accountName: row.account_name,
    waveName: row.wave_name,
    hasAnswered: state?.response_id != null || state?.marked != null,
    letter,
    language: asked.written,
    unsubscribeUrl: unsubscribeUrl(house, links),
    brand: letterBrand(brand, house.env.publicUrl),
  };
  return { kind: 'told_back', mail };
}

function unsubscribeUrl(house: House, { unsubscribe }: LetterParts['links']): string {
  return `${house.env.publicUrl}/u/${unsubscribe}`;
}

/** Mail programs then show the reminder under the letter that it reminds of. */
function threadUnder(house: House, reminded: { messageId: string; providerId: string | null }) {
  const { smtpUrl } = house.env;
  const id = finalMessageId(reminded, URL.canParse(smtpUrl) ? new URL(smtpUrl).hostname : '');
  return { inReplyTo: id, references: id };
}

function toLetter(house: House, { row, asked, links }: Pick<LetterParts, 'row' | 'links' | 'asked'>): Letter {
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
    ...readBy(row.person_language, asked),
    answerUrl: `${house.env.publicUrl}/r/${links.answer}`,
    unsubscribeUrl: unsubscribeUrl(house, links),
  };
}
