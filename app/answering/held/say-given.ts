import { withoutPipes } from '#app/survey/logic/piping.ts';
import { readGiven } from '#app/survey/logic/read-along.ts';
import type { AnswerValue, Given } from '#app/survey/question/given.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { DECLINED, type Option, OTHER } from '#app/survey/question/shared.ts';
import type { Question } from '#app/survey/question.ts';

/** One question of a form, answered, for a member to read. */
export interface SaidAnswer {
  wording: string;
  words: string;
}

/** What a form says, question by question, where it reads well: also off the path that a release would keep. */
export function sayGiven(questions: readonly Question[], given: Given): SaidAnswer[] {
  const answers = readGiven(questions, given);
  return questions.flatMap((question) => {
    const value = answers.get(question.key);
    return value ? [{ wording: withoutPipes(question.wording), words: sayValue(question, value) }] : [];
  });
}

function sayValue(question: Question, value: AnswerValue): string {
  const { score, choices, verbatim } = value;
  if (choices?.includes(DECLINED)) return 'Preferred not to say';
  if (score !== undefined) return String(score);
  if (!choices) return verbatim ?? '';
  const reading = roomOf(question).reading(question);
  if (reading.view === 'grid')
    return roomOf(question)
      .columns(question)
      .flatMap(({ suffix, cell }) => {
        const column = cell(value);
        const row = labelOf(reading.rows, suffix);
        return column === null ? [] : [`${row}: ${labelOf(reading.columns, String(column))}`];
      })
      .join('; ');
  const labels = reading.view === 'shares' ? reading.values : [];
  return choices.map((key) => (key === OTHER ? (verbatim ?? '') : labelOf(labels, key))).join(', ');
}

function labelOf(options: readonly Option[], key: string): string {
  return options.find((option) => option.key === key)?.label ?? key;
}
