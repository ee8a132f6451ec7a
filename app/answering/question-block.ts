import { type Html, html } from '#app/platform/html.ts';
import { factsOf, fillIn } from '#app/survey/logic/piping.ts';
import { readGiven } from '#app/survey/logic/read-along.ts';
import { givenOf } from '#app/survey/question/given.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import type { Question } from '#app/survey/question.ts';
import { declinedField } from '#app/survey/read-answer.ts';
import { foreignTo, wordsIn } from '#app/survey/words/words.ts';
import { questionOf } from './merge-given.ts';
import type { QuestionPage } from './respondent-page.ts';

type Shown = QuestionPage & { page: NonNullable<QuestionPage['page']> };

/** The questions of one page, with their places in the whole. */
export function questionBlocks(asked: Shown): Html[] {
  const fill = filler(asked);
  return asked.page.questions.map((question) => {
    const told = {
      ...question,
      wording: fill(question.wording),
      ...(question.help && { help: fill(question.help) }),
    };
    return roomOf(question).asks ? questionBlock(told, asked) : statementBlock(told);
  });
}

/** Puts what is known of the respondent, and what they answered, into a wording. */
function filler({ door, given }: Shown): (text: string) => string {
  const { questions } = door.questionSet;
  const labels = new Map(questions.map((question) => [question.key, roomOf(question).labels(question)]));
  const answers = readGiven(questions, given);
  const facts = factsOf({ ...door, personaName: door.persona.name });
  return (text) => fillIn(text, facts, answers, labels);
}

function statementBlock({ wording, help }: Question): Html {
  return html`<div class="q said"><p class="wording">${wording}</p>${help ? html`<p class="help">${help}</p>` : null}</div>`;
}

function questionBlock(question: Question, asked: Shown): Html {
  const { key, help } = question;
  const room = roomOf(question);
  const { say } = wordsIn(asked.door.language);
  const fault = asked.faults.get(key);
  const said = fault ? html`<p class="fault" id="${key}-fault">${say(fault.id, fault.values)}</p>` : null;
  const more = help ? html`<p class="help" id="${key}-help">${help}</p>` : null;
  const ids = [help ? `${key}-help` : '', fault ? `${key}-fault` : ''].filter((id) => id !== '').join(' ');
  const described = ids ? html` aria-describedby="${ids}"${fault ? html` aria-invalid="true"` : null}` : null;
  const words = html`<span class="step"${foreignTo(asked.door.language)}>${stepOf(question, asked)}</span>${question.wording}`;
  const control = room.control(question, {
    given: asked.given,
    seed: asked.submitId,
    described,
    say,
  });
  const isElsewhere =
    asked.seal?.elsewhere.has(key) && ![...asked.given.keys()].some((field) => questionOf(field) === key);
  const kept = isElsewhere
    ? html`<p class="note"${foreignTo(asked.door.language)}>${say('page.elsewhere')}</p>`
    : null;
  const rest = html`${kept}${control}${declined(question, asked)}${said}`;
  return room.lone
    ? html`<div class="q"><label class="wording" for="${key}">${words}</label>${more}${rest}</div>`
    : html`<fieldset class="q"${described}><legend>${words}</legend>${more}${rest}${tappedLine(question, asked)}</fieldset>`;
}

function stepOf(question: Question, { door }: Shown): string {
  const asking = door.questionSet.questions.filter((one) => roomOf(one).asks);
  const number = asking.findIndex(({ key }) => key === question.key) + 1;
  const isBranching = asking.some(({ showIf, jumps }) => showIf || jumps?.length);
  const { say } = wordsIn(door.language);
  const values = { number, count: asking.length };
  const place = say(isBranching ? 'question.place_most' : 'question.place', values);
  return question.required ? place : say('question.optional', { place });
}

/** "Prefer not to say" stands apart from the answers: it is none of them. */
function declined(question: Question, { given, door }: Shown): Html | null {
  if (!question.declinable) return null;
  const name = declinedField(question.key);
  const isTicked = givenOf(given, name).length > 0;
  return html`<label class="opt declined"><input type="checkbox" name="${name}" value="1"${isTicked ? html` checked` : null}>${wordsIn(door.language).say('question.declined')}</label>`;
}

function tappedLine(question: Question, { tapped, door }: Shown): Html | null {
  const first = door.questionSet.questions.find(({ kind }) => kind === 'recommend');
  if (tapped === null || question.key !== first?.key) return null;
  return html`<p class="picked">${wordsIn(door.language).rich('question.tapped', { number: Number(tapped) })}</p>`;
}
