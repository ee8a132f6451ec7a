import { headerText } from '#app/platform/header-text.ts';
import { html } from '#app/platform/html.ts';
import { TOLD_FIELDS, type ToldDraft } from '#app/programme/told/told.ts';
import type { MessageId, Words } from '#app/survey/words/speech.ts';
import type { LetterBrand, WrittenMail } from '../invitation-mail.ts';
import { foreignIn, frameMail, headedText, paragraph } from '../mail-look.ts';
import { nameWithin, seatOf } from '../seat-of.ts';
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
  /** BCP 47: that of the survey, which whoever writes to its respondents writes in. */
  language: string;
  unsubscribeUrl: string;
  brand?: LetterBrand;
  /** A member looks at it: whom it is written as for. */
  isTest?: true;
}

const HEADED = {
  heard: 'told.heard',
  willDo: 'told.will_do',
  willNot: 'told.will_not',
} as const satisfies Record<(typeof TOLD_FIELDS)[number], MessageId>;

/** Plain, from a person, the same in text and HTML. It asks nothing and holds no figure. */
export function writeTold(mail: ToldMail, words: Words): WrittenMail {
  const personName = headerText(mail.personName);
  const by = headerText(mail.brand?.displayName ?? '') || headerText(mail.workspaceName);
  const names = { personaName: headerText(mail.personaName), accountName: headerText(mail.accountName) };
  const seat = { ...seatOf(names, words), wave: headerText(mail.waveName), by };
  const said = {
    subject: `${mail.isTest ? '[Test] ' : ''}${words.say('told.subject', { by })}`,
    test: mail.isTest
      ? `A test, written as for ${personName}, ${names.personaName} at ${names.accountName}.`
      : null,
    greeting: words.say('letter.greeting', { name: personName, first: personName.split(' ')[0]! }),
    opening: words.say(mail.hasAnswered ? 'told.answered' : 'told.silent', seat),
    senderName: headerText(mail.senderName),
    footer: words.say('letter.footer', { ...seat, by: named(mail, by) }),
    stop: words.say('stop.send'),
  };
  const personas = nameWithin(headerText(mail.personaPlural), words);
  const parts = TOLD_FIELDS.flatMap((field) => {
    const text = mail.letter[field];
    const heading = words.say(HEADED[field], { personas });
    return text === '' ? [] : [{ heading, paragraphs: text.split(/\n{2,}/) }];
  });
  const { language, unsubscribeUrl, brand } = mail;
  const foreign = foreignIn(language, words);
  const body = html`${paragraph(said.greeting, foreign)}
${paragraph(said.opening, foreign)}
${parts.map(({ heading, paragraphs }) => headedText(heading, paragraphs, foreign))}`;
  return {
    subject: said.subject,
    html: frameMail({ ...said, language, by, unsubscribeUrl, brand, foreign }, body),
    text: textOf({ ...said, parts, unsubscribeUrl }),
  };
}

function named({ workspaceName }: ToldMail, by: string): string {
  const name = headerText(workspaceName);
  return by === name ? by : `${by} (${name})`;
}

function textOf(words: {
  test: string | null;
  greeting: string;
  opening: string;
  parts: readonly { heading: string; paragraphs: readonly string[] }[];
  senderName: string;
  footer: string;
  stop: string;
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
    `${words.stop}:`,
    words.unsubscribeUrl,
    '',
  ];
  return lines.join('\n');
}
