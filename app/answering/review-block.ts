import { type Html, html } from '#app/platform/html.ts';
import { pagesOf } from '#app/survey/logic/pages.ts';
import { pathOf } from '#app/survey/logic/path.ts';
import { factsOf, fillIn } from '#app/survey/logic/piping.ts';
import { readGiven } from '#app/survey/logic/read-along.ts';
import type { AnswerValue } from '#app/survey/question/given.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { DECLINED, OTHER } from '#app/survey/question/shared.ts';
import type { Question } from '#app/survey/question.ts';
import type { Words } from '#app/survey/words/speech.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import type { QuestionPage } from './respondent-page.ts';
import { endsInReview } from './turn-page.ts';

/** Before a long survey is sent: what was asked and answered, each with a way back to it. */
export function reviewBlock({ door, given, seal }: QuestionPage): Html {
  const words = wordsIn(door.language);
  const { questions } = door.questionSet;
  if (!endsInReview(questions)) return html`<h2 class="wording">${words.say('page.last')}</h2>`;
  const answers = readGiven(questions, given);
  const elsewhere = seal?.elsewhere ?? new Set();
  const facts = factsOf({ ...door, personaName: door.persona.name });
  const labels = new Map(questions.map((question) => [question.key, roomOf(question).labels(question)]));
  const asked = pathOf(questions, answers).filter((question) => roomOf(question).asks);
  const rows = asked.map((question) => {
    const value = answers.get(question.key);
    const said = value
      ? saidBy(question, value, words)
      : [words.say(elsewhere.has(question.key) ? 'page.elsewhere_short' : 'review.empty')];
    const wording = fillIn(question.wording, facts, answers, labels);
    return html`<dt>${wording}</dt><dd><div>${said.map((line) => html`<span>${line}</span>`)}</div><button class="change" name="go" value="to-${pageOf(questions, question)}" aria-label="${words.say('review.change_that', { question: wording })}">${words.say('review.change')}</button></dd>`;
  });
  return html`<h2 class="wording">${words.say('review.heading')}</h2><dl class="review">${rows}</dl>`;
}

function pageOf(questions: readonly Question[], question: Question): number {
  return pagesOf(questions).findIndex((page) => page.includes(question));
}

/** An answer as its reader would say it, a line for each part. */
function saidBy(question: Question, value: AnswerValue, words: Words): string[] {
  const { choices = [], score, verbatim } = value;
  if (choices.includes(DECLINED)) return [words.say('question.declined')];
  if (score !== undefined) return [String(score)];
  const reading = roomOf(question).reading(question);
  const labels = new Map(
    roomOf(question)
      .labels(question)
      .map(({ key, label }) => [key, label]),
  );
  const label = (key: string) => (key === OTHER ? (verbatim ?? '') : (labels.get(key) ?? key));
  if (reading.view === 'grid')
    return reading.ordered
      ? choices.map((key, at) => `${at + 1}. ${label(key)}`)
      : choices.map((token) => token.split(':').map(label).join(': '));
  if (reading.view === 'spread')
    return choices.map((token) =>
      reading.of === 'date' ? words.day(token) : [token, reading.unit].join(' ').trim(),
    );
  return choices.length > 0 ? choices.map(label) : [verbatim ?? ''];
}
