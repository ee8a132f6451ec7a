import { headerText } from '#app/platform/header-text.ts';
import { factsOf, fillIn } from '#app/survey/logic/piping.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import type { QuestionSet } from '#app/survey/question.ts';
import type { Words } from '#app/survey/words/speech.ts';
import { htmlOf } from './mail-look.ts';
import { seatOf } from './seat-of.ts';
import { wrapLines } from './wrap-lines.ts';

/** What a letter to one invited person is made of. */
export interface Letter {
  workspaceName: string;
  senderName: string;
  personName: string;
  personaName: string;
  accountName: string;
  why: { decision: string; decideOn: string } | null;
  /** In `language`, as a BCP 47 tag: one of the survey's. */
  questionSet: QuestionSet;
  language: string;
  answerUrl: string;
  unsubscribeUrl: string;
  /** Where the programme has a look of its own. */
  brand?: LetterBrand;
  /** A member looks at it: whom it is written as for. */
  isTest?: true;
}

export interface LetterBrand {
  displayName: string | null;
  /** `#rrggbb` */
  colour: string | null;
  /** Shown at this size, in pixels of a page. */
  logo: { url: string; width: number; height: number } | null;
}

/** A letter whose words are all there; `by` is who asks, as the programme calls them. */
export type FilledLetter = Letter & { by: string };

export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
}

/**
 * Looks like a person wrote it: short, one question, the way in, the way out. Text and HTML say the same.
 * @param words the product's own, in the letter's language or, where it has none in that, in another
 */
export function writeInvitation(template: Letter, words: Words): WrittenMail {
  const letter = filledIn(template);
  const subject = `${letter.isTest ? '[Test] ' : ''}${subjectOf(letter, words)}`;
  const said = {
    subject,
    test: testLine(letter),
    greeting: greeting(letter, words),
    opening: letter.questionSet.intro || opening(letter, words),
    footer: footer(letter, words),
    stop: words.say('stop.send'),
  };
  return { subject, text: textOf(letter, said, words), html: htmlOf(letter, said, words) };
}

/** What both parts of a mail say, beside the question. */
export interface LetterWords {
  subject: string;
  test: string | null;
  greeting: string;
  opening: string;
  footer: string;
  /** The way out of all further mail. */
  stop: string;
}

/**
 * The letter once more to somebody who has said nothing, shorter by its reasons, under the subject of the first one, so that
 * it lies beside it.
 * @param reminded `takenAt` in ms: when the first letter went out
 */
export function writeReminder(
  template: Letter,
  reminded: { subject: string; takenAt: number | null },
  words: Words,
): WrittenMail {
  const { takenAt } = reminded;
  const intro =
    takenAt === null
      ? words.say('letter.reminded')
      : words.say('letter.reminded_on', { day: words.day(new Date(takenAt).toISOString().slice(0, 10)) });
  const questionSet = { ...template.questionSet, intro };
  const written = writeInvitation({ ...template, questionSet }, words);
  return { ...written, subject: headerText(reminded.subject) || written.subject };
}

/** The letter with its first question and opening as this person reads them; names and sentences are lines, whatever they hold. */
function filledIn(letter: Letter): FilledLetter {
  const names = {
    workspaceName: headerText(letter.workspaceName),
    senderName: headerText(letter.senderName),
    personName: headerText(letter.personName),
    personaName: headerText(letter.personaName),
    accountName: headerText(letter.accountName),
  };
  const by = headerText(letter.brand?.displayName ?? '') || names.workspaceName;
  const facts = factsOf({ ...names, workspaceName: by });
  const fill = (text: string) => inLine(fillIn(text, facts, new Map(), new Map()));
  const { intro, questions } = letter.questionSet;
  const filled = questions.map((question) => ({ ...question, wording: fill(question.wording) }));
  const why = letter.why && { ...letter.why, decision: inLine(letter.why.decision) };
  return {
    ...letter,
    ...names,
    by,
    why,
    questionSet: { ...letter.questionSet, intro: fill(intro), questions: filled },
  };
}

/** A text without what would end a line of it in some mail program or other. */
function inLine(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

function subjectOf({ questionSet, by }: FilledLetter, words: Words): string {
  const asking = questionSet.questions.filter((question) => roomOf(question).asks);
  const isBranching = asking.some(({ showIf, jumps }) => showIf || jumps?.length);
  return isBranching
    ? words.say('page.title', { workspace: by })
    : words.say('letter.subject', { count: asking.length, by });
}

function testLine({ isTest, personName, personaName, accountName }: FilledLetter): string | null {
  if (!isTest) return null;
  const whom = `${personName}, ${personaName} at ${accountName}`;
  return `A test, written as for ${whom}. Its links lead to the preview, and nothing pressed there is kept.`;
}

function greeting({ personName }: Letter, words: Words): string {
  return words.say('letter.greeting', { name: personName, first: personName.split(' ')[0]! });
}

function opening({ by, why, ...letter }: FilledLetter, words: Words): string {
  const asked = words.say('letter.opening', { ...seatOf(letter, words), by });
  if (!why) return asked;
  const because = words.say('why.decide', { day: words.day(why.decideOn), decision: why.decision });
  return `${asked} ${because}${/[.!?。]$/.test(because) ? '' : '.'}`;
}

/** Under whichever name a programme asks, the mail says whose it is. */
function footer({ by, workspaceName, ...letter }: FilledLetter, words: Words): string {
  const who = by === workspaceName ? by : `${by} (${workspaceName})`;
  return words.say('letter.footer', { ...seatOf(letter, words), by: who });
}

function textOf(letter: FilledLetter, said: LetterWords, words: Words): string {
  const [first] = letter.questionSet.questions;
  const lines = [
    ...(said.test === null ? [] : [...wrapLines(said.test), '']),
    said.greeting,
    '',
    ...wrapLines(said.opening),
    '',
    ...wrapLines(first!.wording),
    '',
    words.say('letter.here'),
    letter.answerUrl,
    '',
    letter.senderName,
    '',
    '-- ',
    ...wrapLines(said.footer),
    `${said.stop}:`,
    letter.unsubscribeUrl,
    '',
  ];
  return lines.join('\n');
}
