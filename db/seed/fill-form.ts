import type { Question } from '#app/survey/question.ts';
import { declinedField } from '#app/survey/read-answer.ts';
import type { Dice } from './dice.ts';
import type { Reply } from './replies.ts';

type Fields = [field: string, values: string[]][];

/** A day of the calendar so many days after the letters went out. */
type DayAfter = (days: number) => string;

/** The form of one respondent, as their page sends it: every answer leans the way their score does. */
export function fillForm(
  dice: Dice,
  questions: readonly Question[],
  reply: Pick<Reply, 'score' | 'words'>,
  dayAfter: DayAfter,
): Map<string, string[]> {
  return new Map(questions.flatMap((question) => answer(dice, question, reply, dayAfter)));
}

function answer(
  dice: Dice,
  question: Question,
  { score, words }: Pick<Reply, 'score' | 'words'>,
  dayAfter: DayAfter,
): Fields {
  const { key } = question;
  if (question.declinable && dice.roll(4) === 0) return [[declinedField(key), ['1']]];
  switch (question.kind) {
    case 'recommend':
      return [[key, [String(score)]]];
    case 'rating':
      return [[key, [String(rate(dice, question.points, score))]]];
    case 'ces':
      return [[key, [String(rate(dice, 7, score))]]];
    case 'single':
      // Whoever is least content says it in words of their own where there is room.
      if (question.other && score <= 4) return [[`${key}.other`, ['When the one after me asked']]];
      return [[key, [choose(dice, question.options, score)]]];
    case 'multiple':
      return [[key, tick(dice, question.options, score)]];
    case 'ranking':
      return order(dice, question.options, score).map((option, at) => [`${key}.${option}`, [String(at + 1)]]);
    case 'matrix':
      return question.rows.flatMap((row, at) => cell(dice, question, row.key, score - at));
    case 'number':
      return dice.roll(10) === 0 ? [] : [[key, [String(wait(dice, score))]]];
    case 'date':
      return [[key, [dayAfter(dice.pick(BUDGET_DAYS))]]];
    case 'text':
      return words === null ? [] : [[key, [words]]];
    default:
      throw new Error(`The example asks no ${question.kind}.`);
  }
}

/** Near where the score lies on its own scale, and never far from it. */
function rate(dice: Dice, points: number, score: number): number {
  const near = 1 + Math.round((score / 10) * (points - 1)) + dice.roll(3) - 1;
  return Math.min(points, Math.max(1, near));
}

/** Who is content looks at the middle of the list, who is not at its head. */
function choose(dice: Dice, options: readonly { key: string }[], score: number): string {
  return options[dice.pick(leaning(score)) % options.length]!.key;
}

function leaning(score: number): number[] {
  return score >= 7 ? [0, 1, 1, 2, 3] : [0, 0, 0, 2];
}

/** The last choice is “none of these”: it stands alone, and only for some of the discontented. */
function tick(dice: Dice, options: readonly { key: string }[], score: number): string[] {
  const used = options.slice(0, -1);
  if (score <= 5 && dice.roll(2) === 0) return [options.at(-1)!.key];
  return used.filter((_, at) => at === 0 || dice.roll(at + 1) === 0).map(({ key }) => key);
}

/** First what they would have chosen alone, then the rest as it comes. */
function order(dice: Dice, options: readonly { key: string }[], score: number): string[] {
  const first = choose(dice, options, score);
  const rest = options.map(({ key }) => key).filter((key) => key !== first);
  return [first, ...dice.shuffle(rest)];
}

/** The further down the list, the less of it is used, and now and then a row is left. */
function cell(
  dice: Dice,
  { key, columns }: Extract<Question, { kind: 'matrix' }>,
  row: string,
  score: number,
): Fields {
  if (dice.roll(12) === 0) return [];
  const at = rate(dice, columns.length, Math.max(0, score));
  return [[`${key}.${row}`, [columns[at - 1]!.key]]];
}

/** Minutes, as people guess them: mostly in fives, and the discontented wait longer. */
function wait(dice: Dice, score: number): number {
  const most = score >= 7 ? 5 : 11;
  return 5 * dice.roll(most) + (dice.roll(5) === 0 ? 30 : 0) + (dice.roll(6) === 0 ? 2 : 0);
}

/** Most budgets stand within half a year, several on the same day. */
const BUDGET_DAYS = [24, 31, 45, 60, 60, 91, 91, 120, 183];
