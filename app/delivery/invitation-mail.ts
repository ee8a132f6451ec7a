import { inSentence } from '#app/persona/persona.ts';
import { headerText } from '#app/platform/header-text.ts';
import { factsOf, fillIn } from '#app/survey/logic/piping.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import type { QuestionSet } from '#app/survey/question.ts';
import { htmlOf } from './mail-look.ts';
import { wrapLines } from './wrap-lines.ts';

/** What a letter to one invited person is made of. */
export interface Letter {
  workspaceName: string;
  senderName: string;
  personName: string;
  personaName: string;
  accountName: string;
  why: { decision: string; decideOn: string } | null;
  questionSet: QuestionSet;
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

/** Looks like a person wrote it: short, one question, the way in, the way out. Text and HTML say the same. */
export function writeInvitation(template: Letter): WrittenMail {
  const letter = filledIn(template);
  const subject = `${letter.isTest ? '[Test] ' : ''}${subjectOf(letter)}`;
  const words = {
    subject,
    test: testLine(letter),
    greeting: greeting(letter),
    opening: opening(letter),
    footer: footer(letter),
  };
  return { subject, text: textOf(letter, words), html: htmlOf(letter, words) };
}

/** What both parts of a mail say, beside the question. */
export interface LetterWords {
  subject: string;
  test: string | null;
  greeting: string;
  opening: string;
  footer: string;
}

/**
 * The letter once more to somebody who has said nothing, shorter by its reasons, under the subject of the first one, so that
 * it lies beside it.
 * @param reminded `takenAt` in ms: when the first letter went out
 */
export function writeReminder(
  template: Letter,
  reminded: { subject: string; takenAt: number | null },
): WrittenMail {
  const when = reminded.takenAt === null ? '' : ` on ${LONG_DAY.format(reminded.takenAt)}`;
  const intro = `We wrote to you${when} and have not heard from you yet. Your link still works, and your answer still counts.`;
  const questionSet = { ...template.questionSet, intro };
  const written = writeInvitation({ ...template, questionSet });
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

const NUMBERS = ['no', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

function subjectOf({ questionSet, by }: FilledLetter): string {
  const asking = questionSet.questions.filter((question) => roomOf(question).asks);
  const count = asking.length;
  const isBranching = asking.some(({ showIf, jumps }) => showIf || jumps?.length);
  if (isBranching) return `A few questions from ${by}`;
  const words = NUMBERS[count] ?? String(count);
  return `${words} ${count === 1 ? 'question' : 'questions'} from ${by}`;
}

function testLine({ isTest, personName, personaName, accountName }: FilledLetter): string | null {
  if (!isTest) return null;
  const whom = `${personName}, ${personaName} at ${accountName}`;
  return `A test, written as for ${whom}. Its links lead to the preview, and nothing pressed there is kept.`;
}

function greeting({ personName }: Letter): string {
  return `Hello ${personName.split(' ')[0]},`;
}

function opening({ questionSet, personaName, accountName, by, why }: FilledLetter): string {
  const because = why
    ? ` We decide by ${longDay(why.decideOn)}: ${why.decision}${/[.!?]$/.test(why.decision) ? '' : '.'}`
    : '';
  return (
    questionSet.intro ||
    `We ask you ${inRole(personaName)} at ${accountName}, because you know ${by} from there.${because}`
  );
}

/** Why somebody is written to, in the middle of a sentence and without an article: a name may want either. */
export function inRole(personaName: string): string {
  return `in your role as ${inSentence(personaName)}`;
}

const LONG_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function longDay(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : LONG_DAY.format(at);
}

/** Under whichever name a programme asks, the mail says whose it is. */
function footer({ by, workspaceName, personaName, accountName }: FilledLetter): string {
  const who = by === workspaceName ? by : `${by} (${workspaceName})`;
  return `${who} writes to you ${inRole(personaName)} at ${accountName}.`;
}

function textOf(letter: FilledLetter, words: LetterWords): string {
  const [first] = letter.questionSet.questions;
  const lines = [
    ...(words.test === null ? [] : [...wrapLines(words.test), '']),
    words.greeting,
    '',
    ...wrapLines(words.opening),
    '',
    ...wrapLines(first!.wording),
    '',
    'Answer here:',
    letter.answerUrl,
    '',
    letter.senderName,
    '',
    '-- ',
    ...wrapLines(words.footer),
    'Please don’t ask me again:',
    letter.unsubscribeUrl,
    '',
  ];
  return lines.join('\n');
}
