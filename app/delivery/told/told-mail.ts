import { headerText } from '#app/platform/header-text.ts';
import { html } from '#app/platform/html.ts';
import { TOLD_FIELDS, type ToldDraft, toldHeadings } from '#app/programme/told/told.ts';
import { inRole, type LetterBrand, type WrittenMail } from '../invitation-mail.ts';
import { frameMail, headedText, paragraph } from '../mail-look.ts';
import { wrapLines } from '../wrap-lines.ts';

/** What a letter on what came of an answer is made of. */
export interface ToldMail {
  workspaceName: string;
  senderName: string;
  personName: string;
  personaName: string;
  /** Such as "Buyers". */
  personaPlural: string;
  accountName: string;
  waveName: string;
  /** Whether this person answered; the silent may get it too. */
  hasAnswered: boolean;
  letter: ToldDraft;
  unsubscribeUrl: string;
  brand?: LetterBrand;
  /** A member looks at it: whom it is written as for. */
  isTest?: true;
}

const STOP = 'Please don’t ask me again';

/** Plain, from a person, the same in text and HTML. It asks nothing and holds no figure. */
export function writeTold(mail: ToldMail): WrittenMail {
  const personName = headerText(mail.personName);
  const by = headerText(mail.brand?.displayName ?? '') || headerText(mail.workspaceName);
  const personaName = headerText(mail.personaName);
  const at = `at ${headerText(mail.accountName)}`;
  const seat = `${inRole(personaName)} ${at}`;
  const words = {
    subject: `${mail.isTest ? '[Test] ' : ''}What came of your answers to ${by}`,
    test: mail.isTest ? `A test, written as for ${personName}, ${personaName} ${at}.` : null,
    greeting: `Hello ${personName.split(' ')[0]},`,
    opening: openingOf(mail, by, seat),
    senderName: headerText(mail.senderName),
    footer: footerOf(mail, by, seat),
  };
  const headings = toldHeadings(headerText(mail.personaPlural));
  const parts = TOLD_FIELDS.flatMap((field) => {
    const text = mail.letter[field];
    return text === '' ? [] : [{ heading: headings[field], paragraphs: text.split(/\n{2,}/) }];
  });
  const { subject, greeting, opening, senderName, footer, test } = words;
  const body = html`${paragraph(greeting)}
${paragraph(opening)}
${parts.map(({ heading, paragraphs }) => headedText(heading, paragraphs))}`;
  const frame = { language: 'en', subject, test, by, senderName, footer, stop: STOP };
  return {
    subject,
    html: frameMail({ ...frame, unsubscribeUrl: mail.unsubscribeUrl, brand: mail.brand }, body),
    text: textOf({ ...words, parts, unsubscribeUrl: mail.unsubscribeUrl }),
  };
}

function openingOf({ hasAnswered, waveName }: ToldMail, by: string, seat: string): string {
  const what = `“${headerText(waveName)}”`;
  return hasAnswered
    ? `You answered ${by} ${seat} in ${what}. Thank you. This is what came of it.`
    : `We asked you ${seat} in ${what}, and heard from others in that role. This is what came of it.`;
}

function footerOf({ workspaceName }: ToldMail, by: string, seat: string): string {
  const name = headerText(workspaceName);
  return `${by === name ? by : `${by} (${name})`} writes to you ${seat}.`;
}

function textOf(words: {
  test: string | null;
  greeting: string;
  opening: string;
  parts: readonly { heading: string; paragraphs: readonly string[] }[];
  senderName: string;
  footer: string;
  unsubscribeUrl: string;
}): string {
  const lines = [
    ...(words.test === null ? [] : [...wrapLines(words.test), '']),
    words.greeting,
    '',
    ...wrapLines(words.opening),
    '',
    ...words.parts.flatMap(({ heading, paragraphs }) => [
      ...wrapLines(heading),
      '-'.repeat(Math.min(heading.length, 72)),
      ...paragraphs.flatMap((one) => [...one.split('\n').flatMap(wrapLines), '']),
    ]),
    words.senderName,
    '',
    '-- ',
    ...wrapLines(words.footer),
    `${STOP}:`,
    words.unsubscribeUrl,
    '',
  ];
  return lines.join('\n');
}
