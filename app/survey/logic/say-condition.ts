import { roomOf } from '../question/rooms.ts';
import type { Question } from '../question.ts';
import { type Condition, JUMP_END, type Test, type TestOp } from './condition.ts';

const OP_WORDS = {
  answered: 'was answered',
  blank: 'was left empty',
  declined: 'was declined',
  is: 'is',
  is_not: 'is not',
  at_least: 'is at least',
  at_most: 'is at most',
  before: 'is before',
  after: 'is after',
} as const satisfies Record<TestOp, string>;

/** A condition as a person would say it: "question 1 is at most 6 and question 2 is “Price”". */
export function sayCondition({ match, tests }: Condition, questions: readonly Question[]): string {
  if (tests.length === 0) return 'always';
  return tests.map((test) => sayTest(test, questions)).join(match === 'all' ? ' and ' : ' or ');
}

/** Where a jump leads: "if question 1 is at most 6, to question 4". */
export function sayJump(
  { when, to }: { when: Condition; to: string },
  questions: readonly Question[],
): string {
  const place = to === JUMP_END ? 'to the end' : `to ${nameOf(to, questions)}`;
  return when.tests.length === 0 ? place : `if ${sayCondition(when, questions)}, ${place}`;
}

function sayTest({ question: key, op, value }: Test, questions: readonly Question[]): string {
  const question = questions.find((one) => one.key === key);
  const testable = question && roomOf(question).testable(question);
  const label =
    testable?.kind === 'choice' ? testable.options.find((option) => option.key === value)?.label : null;
  const compared = label ? ` “${label}”` : value === '' ? '' : ` ${value}`;
  return `${nameOf(key, questions)} ${OP_WORDS[op]}${compared}`;
}

function nameOf(key: string, questions: readonly Question[]): string {
  const at = questions.findIndex((question) => question.key === key);
  return at < 0 ? 'a question that was dropped' : `question ${at + 1}`;
}
