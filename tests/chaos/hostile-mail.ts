import { generateKeyPairSync } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { composeMessage } from '#app/delivery/compose-message.server.ts';
import { type Letter, writeInvitation, writeReminder } from '#app/delivery/invitation-mail.ts';
import { MailRefused } from '#app/platform/mail.ts';
import { createSmtpMailer } from '#app/platform/mailer-smtp.server.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { openSmtpSink } from '#tests/support/smtp-sink.ts';
import { brokenOf, type Proof } from './figures.ts';
import { HOSTILE_ADDRESSES, HOSTILE_IDS, HOSTILE_WORDS } from './hostile-words.ts';
import { type MimeFault, mimeFaults } from './mime-faults.ts';

/** What is not hostile of a letter. */
const PLAIN = {
  ...{
    personName: 'Dana Reyes',
    senderName: 'Ifeoma Okonkwo',
    workspaceName: 'Northwind',
    accountName: 'Meridian',
  },
  ...{
    subject: '',
    displayName: '',
    wording: '',
    to: 'dana@meridian.example',
    replyTo: 'ifeoma@northwind.example',
  },
  ids: '',
};
type Slot = keyof typeof PLAIN;
type Case = typeof PLAIN;

const OF_WORDS = [
  'personName',
  'senderName',
  'workspaceName',
  'accountName',
  'displayName',
  'subject',
  'wording',
] as const;

/** Every hostile text in every place that could take it, so many of them, spread evenly. */
export function hostileCases(count: number): Case[] {
  const inPlace = (slot: Slot, texts: readonly string[]) =>
    texts.map((text): Case => ({ ...PLAIN, [slot]: text }));
  const all = [
    ...inPlace('to', HOSTILE_ADDRESSES),
    ...inPlace('replyTo', HOSTILE_ADDRESSES),
    ...inPlace('ids', HOSTILE_IDS),
    ...OF_WORDS.flatMap((slot) => inPlace(slot, HOSTILE_WORDS)),
  ];
  const most = Math.min(count, all.length);
  return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)]!);
}

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const FROM = 'ask@northwind.example';
const URLS = {
  answerUrl: 'https://ask.northwind.example/r/aa0123456789abcdefABCDEF',
  unsubscribeUrl: 'https://ask.northwind.example/u/aa0123456789abcdefABCDEF',
};

/** Composes letters of hostile words, hands them to a real mail server, and reads what it took. */
export async function sendHostileMail({ count }: { count: number }): Promise<Proof> {
  const cases = hostileCases(count);
  const sink = await openSmtpSink();
  const mailer = createSmtpMailer(sink.url);
  const found: Record<MimeFault | 'refused' | 'changed', number> = {
    ...{ extra_header: 0, extra_recipient: 0, broken_line: 0, other: 0, refused: 0, changed: 0 },
  };
  const odd: string[] = [];
  try {
    for (const [number, hostile] of cases.entries()) {
      const bytes = await composed(hostile, number);
      if (bytes === null) {
        found.refused += 1;
        continue;
      }
      await mailer.send({ workspaceId: '', from: FROM, to: hostile.to, subject: '', bytes: whole(bytes) });
      const [last] = sink.taken.slice(-1);
      // The server shows a domain as people read it.
      const taken = { ...last!, to: last!.to.map(asciiAddress) };
      if (taken.bytes !== bytes.toString('utf8')) found.changed += 1;
      const wanted = { ...URLS, to: hostile.to, from: FROM, replyTo: hostile.replyTo, publicKey };
      const faults = mimeFaults(taken, { ...wanted, isThreaded: hostile.ids !== '' });
      for (const fault of faults) found[fault] += 1;
      if (faults.length > 0) odd.push(`${faults.join('+')}: ${JSON.stringify(hostile).slice(0, 300)}`);
    }
  } finally {
    mailer.close();
    await sink.close();
  }
  for (const one of odd.slice(0, 5)) process.stderr.write(`${one}\n`);
  const { refused, ...faults } = found;
  return {
    figures: { cases: cases.length, taken: sink.taken.length, refused, ...faults },
    broken: brokenOf({
      'no mail has another header': found.extra_header === 0,
      'none goes to anybody else': found.extra_recipient === 0,
      'no line is broken': found.broken_line === 0,
      'each says what it was to say, and is signed': found.other === 0,
      'a mail is taken as it was composed': found.changed === 0,
      'each was sent or refused': sink.taken.length + refused === cases.length && sink.taken.length > refused,
    }),
  };
}

/** Null where the composer refuses the address. */
async function composed(hostile: Case, number: number): Promise<Buffer | null> {
  const { personName, senderName, to, replyTo, ids } = hostile;
  const letter = letterOf(hostile, LANGUAGES[number % LANGUAGES.length]!);
  const words = wordsIn(letter.language);
  const mail = hostile.subject
    ? writeReminder(letter, { subject: hostile.subject, takenAt: null }, words)
    : writeInvitation(letter, words);
  try {
    return await composeMessage(mail, {
      from: { name: senderName, address: FROM },
      ...{ to: { name: personName, address: to }, replyTo, messageId: `<i.${number}@northwind.example>` },
      ...{ date: 1_800_000_000_000, listId: 'p.w.northwind.example', feedbackId: 'a:b:c:rolecall' },
      unsubscribeUrl: URLS.unsubscribeUrl,
      ...(ids === '' ? {} : { inReplyTo: ids, references: ids }),
      dkim: { domain: 'northwind.example', selector: 's1', privateKey },
    });
  } catch (fault) {
    if (fault instanceof MailRefused) return null;
    throw fault;
  }
}

const LANGUAGES = ['en', 'de', 'ja', 'ar'];

function letterOf(
  { personName, senderName, workspaceName, accountName, displayName, wording }: Case,
  language: string,
): Letter {
  const question = questionOf('q1', 'recommend');
  return {
    ...{ personName, senderName, workspaceName, accountName, personaName: 'Buyer', why: null, ...URLS },
    questionSet: { intro: '', questions: [wording === '' ? question : { ...question, wording }] },
    language,
    brand: { displayName: displayName || null, colour: '#1a7f37', logo: null },
  };
}

function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
}

async function* whole(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
