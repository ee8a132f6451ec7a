import type { AnswerValue } from '../question/given.ts';
import { DECLINED } from '../question/shared.ts';
import type { Condition, Test } from './condition.ts';

/** What was answered so far, by question key. A question that was not reached is not in it. */
export type Answers = ReadonlyMap<string, AnswerValue>;

/** Whether a condition holds; one without tests always does. The same function in preview, on the server and after. */
export function holds({ match, tests }: Condition, answers: Answers): boolean {
  if (tests.length === 0) return true;
  return match === 'all'
    ? tests.every((test) => passes(test, answers.get(test.question)))
    : tests.some((test) => passes(test, answers.get(test.question)));
}

/**
 * One test of one answer. Without an answer only `blank` and `is_not` pass: what was never said is not the value.
 * "Prefer not to say" is declined, not answered, and compares with nothing.
 */
function passes({ op, value }: Test, answer: AnswerValue | undefined): boolean {
  const declined = answer?.choices?.includes(DECLINED) ?? false;
  const given = declined ? undefined : answer;
  switch (op) {
    case 'answered':
      return given !== undefined;
    case 'blank':
      return answer === undefined;
    case 'declined':
      return declined;
    case 'is':
      return equals(given, value);
    case 'is_not':
      return !equals(given, value);
    case 'at_least':
      return compare(numberOf(given), Number(value), (a, b) => a >= b);
    case 'at_most':
      return compare(numberOf(given), Number(value), (a, b) => a <= b);
    // ISO days sort as texts.
    case 'before':
      return compare(given?.choices?.[0], value, (a, b) => a < b);
    case 'after':
      return compare(given?.choices?.[0], value, (a, b) => a > b);
    default:
      return op satisfies never;
  }
}

function equals(answer: AnswerValue | undefined, value: string): boolean {
  if (answer === undefined) return false;
  if (answer.score !== undefined) return answer.score === Number(value);
  return answer.choices?.includes(value) ?? false;
}

/** A score, or a number as it is kept; nothing for anything else. */
function numberOf(answer: AnswerValue | undefined): number | undefined {
  if (answer?.score !== undefined) return answer.score;
  const [only, more] = answer?.choices ?? [];
  const number = only === undefined || more !== undefined || only === '' ? Number.NaN : Number(only);
  return Number.isNaN(number) ? undefined : number;
}

function compare<T>(given: T | undefined, value: T, holdsFor: (a: T, b: T) => boolean): boolean {
  return given !== undefined && holdsFor(given, value);
}
