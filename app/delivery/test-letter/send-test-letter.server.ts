import { writeAudit } from '#app/platform/audit.store.server.ts';
import { HOUR } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { sharedHeaders } from '../address-letter.server.ts';
import { composeMessage } from '../compose-message.server.ts';
import { writeInvitation } from '../invitation-mail.ts';
import { readTestLetter, type TestLetter, type WhichLetter } from './read-test-letter.server.ts';
import { countTests, TEST_ACT } from './test-letter.store.server.ts';

/** Letters that a member may send to themselves within an hour: enough for every persona many times over. */
export const MOST_TESTS = 20;

export type SentTest =
  | { kind: 'sent' }
  | { kind: 'unknown' }
  | { kind: 'too_many' }
  /** What the mail server said. */
  | { kind: 'not_taken'; why: string };

interface SendTest extends WhichLetter {
  personaId: string;
  member: { id: string; name: string; email: string };
}

/**
 * Sends a member the letter that a persona of a send would get: by the same composer and mailer, marked, and kept out of the
 * ledger, so that it is no invitation. Its links lead to the preview.
 */
export async function sendTestLetter(house: House, workspace: Workspace, input: SendTest): Promise<SentTest> {
  const { member, waveId, personaId } = input;
  const found = await readTestLetter(house, workspace, input);
  if (!found) return { kind: 'unknown' };
  const at = house.clock.now();
  const isAllowed = await house.db.transaction().execute(async (tx) => {
    const tests = await countTests(tx, workspace, { actor: member.id, since: at - HOUR });
    if (tests >= MOST_TESTS) return false;
    const entry = { id: house.ids.make(), at, actor: member.id, act: TEST_ACT, subject: waveId };
    await writeAudit(tx, workspace, { ...entry, detail: { personaId } });
    return true;
  });
  return isAllowed ? send(house, workspace, found, member) : { kind: 'too_many' };
}

async function send(
  house: House,
  workspace: Workspace,
  { brand, letter, wave }: TestLetter,
  member: SendTest['member'],
): Promise<SentTest> {
  const { env, ids, clock, mailer, log } = house;
  const mail = writeInvitation(letter, wordsIn(letter.language));
  const from = env.mailFrom;
  try {
    const bytes = await composeMessage(mail, {
      dkim: house.env.dkim,
      ...sharedHeaders(house, brand, {
        ...{ workspaceId: workspace.id, programmeId: wave.programmeId, waveId: wave.id },
      }),
      to: { name: member.name, address: member.email },
      messageId: `<t.${ids.make()}@${from.split('@')[1]}>`,
      date: clock.now(),
      unsubscribeUrl: letter.unsubscribeUrl,
    });
    const { subject } = mail;
    await mailer.send({ workspaceId: workspace.id, from, to: member.email, subject, bytes: whole(bytes) });
    return { kind: 'sent' };
  } catch (fault) {
    log.warn({ err: fault, workspace: workspace.id }, 'a test letter was not taken');
    return { kind: 'not_taken', why: fault instanceof Error ? fault.message : String(fault) };
  }
}

async function* whole(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
