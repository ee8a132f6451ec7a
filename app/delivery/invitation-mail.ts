import { type Html, html } from '#app/platform/html.ts';
import { factsOf, fillIn } from '#app/survey/logic/piping.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import type { QuestionSet } from '#app/survey/question.ts';

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
}

export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
}

/** Looks like a person wrote it: short, one question, the way in, the way out. Text and HTML say the same. */
export function writeInvitation(template: Letter): WrittenMail {
  const letter = filledIn(template);
  return { subject: subjectOf(letter), text: textOf(letter), html: htmlOf(letter) };
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
  return { ...written, subject: reminded.subject || written.subject };
}

/** The letter with its first question and opening as this person reads them. */
function filledIn(letter: Letter): Letter {
  const facts = factsOf(letter);
  const fill = (text: string) => fillIn(text, facts, new Map(), new Map());
  const { intro, questions } = letter.questionSet;
  const filled = questions.map((question) => ({ ...question, wording: fill(question.wording) }));
  return { ...letter, questionSet: { ...letter.questionSet, intro: fill(intro), questions: filled } };
}

const NUMBERS = ['no', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

function subjectOf({ questionSet, workspaceName }: Letter): string {
  const asking = questionSet.questions.filter((question) => roomOf(question).asks);
  const count = asking.length;
  const isBranching = asking.some(({ showIf, jumps }) => showIf || jumps?.length);
  if (isBranching) return `A few questions from ${singleLine(workspaceName)}`;
  const words = NUMBERS[count] ?? String(count);
  return `${words} ${count === 1 ? 'question' : 'questions'} from ${singleLine(workspaceName)}`;
}

/** A header is one line, whatever a name holds. */
function singleLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function greeting({ personName }: Letter): string {
  return `Hello ${singleLine(personName).split(' ')[0]},`;
}

function opening({ questionSet, personaName, accountName, workspaceName, why }: Letter): string {
  const because = why
    ? ` We decide by ${longDay(why.decideOn)}: ${why.decision}${/[.!?]$/.test(why.decision) ? '' : '.'}`
    : '';
  return (
    questionSet.intro ||
    `We ask you as ${personaName} at ${accountName}, because you know ${workspaceName} from there.${because}`
  );
}

const LONG_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function longDay(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : LONG_DAY.format(at);
}

function footer({ workspaceName, personaName, accountName }: Letter): string {
  return `${workspaceName} writes to you as ${personaName} at ${accountName}.`;
}

function textOf(letter: Letter): string {
  const [first] = letter.questionSet.questions;
  const lines = [
    greeting(letter),
    '',
    ...wrap(opening(letter)),
    '',
    ...wrap(first!.wording),
    '',
    'Answer here:',
    letter.answerUrl,
    '',
    letter.senderName,
    '',
    '-- ',
    ...wrap(footer(letter)),
    'Please don’t ask me again:',
    letter.unsubscribeUrl,
    '',
  ];
  return lines.join('\n');
}

const WIDTH = 72;

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const FACE = 'Arial,Helvetica,sans-serif';
const INK = '#15181c';

/** Tables and inline styles carry it; the style block adds dark mode and may be dropped by any mail client. */
function htmlOf(letter: Letter): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${subjectOf(letter)}</title>
<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){.bg{background:#121417!important}.t{color:#eceef1!important}.q{color:#b8bec8!important}.n{color:#eceef1!important;border-color:#7d8694!important}}@media (max-width:480px){.c{padding:0!important}.n{border-radius:0!important;font-size:15px!important}}</style></head>
<body class="bg" style="margin:0;padding:0;background:#ffffff;">
<table role="presentation" class="bg" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#ffffff;"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;"><tr><td align="left" style="padding:32px 16px;">
${paragraph(greeting(letter))}
${paragraph(opening(letter))}
${wayIn(letter)}
${paragraph(letter.senderName)}
<p class="q" style="margin:24px 0 0;padding-top:16px;border-top:1px solid #dde0e5;font:13px/20px ${FACE};color:#474e58;">${footer(letter)} <a class="q" href="${letter.unsubscribeUrl}" style="color:#474e58;">Please don’t ask me again</a></p>
</td></tr></table></td></tr></table>${unseenLink(letter)}</body></html>`.text;
}

/** Nobody sees it or comes upon it by key or screen reader: whatever opens it opens every link of a mail. */
function unseenLink({ answerUrl }: Letter): Html {
  return html`<a href="${answerUrl}?k=1" aria-hidden="true" tabindex="-1" style="display:block;width:0;height:0;overflow:hidden;font-size:0;line-height:0;"></a>`;
}

function paragraph(text: string): Html {
  return html`<p class="t" style="margin:0 0 16px;font:16px/25px ${FACE};color:${INK};">${text}</p>`;
}

/** Eleven links under a likelihood question: each opens the page with that number filled in, none answers. */
function wayIn({ questionSet, answerUrl }: Letter): Html {
  const [first] = questionSet.questions;
  const wording = html`<p class="t" style="margin:0 0 12px;font:bold 18px/26px ${FACE};color:${INK};">${first!.wording}</p>`;
  if (first!.kind !== 'recommend') {
    return html`${wording}<p style="margin:0 0 24px;"><a class="n" href="${answerUrl}" style="display:inline-block;padding:12px 20px;font:600 16px/20px ${FACE};color:${INK};text-decoration:none;border:1px solid #79818d;border-radius:4px;">Answer</a></p>`;
  }
  const cells = Array.from(
    { length: 11 },
    (_, value) =>
      html`<td class="c" width="9.09%" align="center" style="padding:0 1px;"><a class="n" href="${answerUrl}?v=${value}" aria-label="${value} of 10" style="display:block;padding:12px 0;font:600 16px/20px ${FACE};color:${INK};text-decoration:none;border:1px solid #79818d;border-radius:4px;">${value}</a></td>`,
  );
  return html`${wording}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed;"><tr>${cells}</tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:6px 0 24px;"><tr><td class="q" align="left" style="font:13px/18px ${FACE};color:#474e58;">0 not at all likely</td><td class="q" align="right" style="font:13px/18px ${FACE};color:#474e58;">10 very likely</td></tr></table>`;
}
