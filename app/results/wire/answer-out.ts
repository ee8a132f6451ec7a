import type { AnswerValue } from '#app/survey/question/given.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { DECLINED } from '#app/survey/question/shared.ts';
import type { AskedQuestion } from '../asked-question.ts';
import type { AnswerOut } from './response-wire.ts';

/** One kept answer as its kind of question is answered: a score, choices, a number or day, cells of a grid, or a text. */
export function toAnswerOut(
  { key: question, frozen, reading }: Pick<AskedQuestion, 'key' | 'frozen' | 'reading'>,
  row: { score: number | null; choices: string | null; verbatim: string | null },
): AnswerOut {
  const { score, verbatim } = row;
  const choices = row.choices === null ? undefined : (JSON.parse(row.choices) as string[]);
  if (choices?.includes(DECLINED)) return { question, declined: true };
  if (score !== null) return { question, score };
  if (choices === undefined) return { question, text: verbatim ?? '' };
  const value: AnswerValue = { choices };
  const cells = roomOf(frozen)
    .columns(frozen)
    .map(({ suffix, cell }) => [suffix, cell(value)] as const)
    .filter((cell): cell is readonly [string, string | number] => cell[1] !== null);
  if (reading.view === 'grid') return { question, cells: Object.fromEntries(cells) };
  if (reading.view === 'spread') return { question, value: cells[0]?.[1] ?? '' };
  return { question, choices, ...(verbatim === null ? {} : { text: verbatim }) };
}
