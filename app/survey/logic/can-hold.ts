import type { AnswerValue } from '../question/given.ts';
import { roomOf } from '../question/rooms.ts';
import { DECLINED } from '../question/shared.ts';
import type { Question } from '../question.ts';
import { holds } from './answers.ts';
import type { Condition, Test } from './condition.ts';

/**
 * Whether some answers make a condition true. Each question it looks at is tried with every answer that its tests can
 * tell apart; what depends on more than one question at once is tried question by question, which is exact because
 * every test looks at one.
 */
export function canHold({ match, tests }: Condition, questions: readonly Question[]): boolean {
  if (tests.length === 0) return true;
  const byQuestion = Map.groupBy(tests, ({ question }) => question);
  const canBe = [...byQuestion].map(([key, own]) => {
    const question = questions.find((one) => one.key === key);
    return (
      question !== undefined &&
      tellingAnswers(question, own).some((answer) => allHold(match, own, key, answer))
    );
  });
  return match === 'all' ? canBe.every(Boolean) : canBe.some(Boolean);
}

function allHold(match: Condition['match'], tests: Test[], key: string, answer: AnswerValue | null): boolean {
  return holds({ match, tests }, new Map(answer ? [[key, answer]] : []));
}

/** Answers on either side of everything that the tests compare with; null for none at all. */
function tellingAnswers(question: Question, tests: readonly Test[]): (AnswerValue | null)[] {
  const declined: AnswerValue[] = question.declinable ? [{ choices: [DECLINED] }] : [];
  return [null, ...declined, ...givenAnswers(question, tests)];
}

/** The smallest difference that a number question can hold; whole scales have only whole steps. */
const STEP = 1;

function givenAnswers(question: Question, tests: readonly Test[]): AnswerValue[] {
  const testable = roomOf(question).testable(question);
  switch (testable.kind) {
    case 'number':
      return tests
        .flatMap(({ value }) => [Number(value) - STEP, Number(value), Number(value) + STEP])
        .filter((number) => number >= (testable.low ?? -Infinity) && number <= (testable.high ?? Infinity))
        .concat(testable.low ?? 0)
        .map((score) => ({ score }));
    case 'choice':
      return question.kind === 'multiple' || question.kind === 'ranking'
        ? several(
            tests,
            testable.options.map(({ key }) => key),
          )
        : testable.options.map(({ key }) => ({ choices: [key] }));
    case 'date':
      return [...tests.flatMap(({ value }) => [dayBeside(value, -1), value, dayBeside(value, 1)])].map(
        (day) => ({
          choices: [day],
        }),
      );
    case 'words':
      return [{ verbatim: 'words' }];
    case 'nothing':
      return [];
    default:
      return testable satisfies never;
  }
}

/** Everything ticked that must be, nothing that must not: the ticks most likely to pass; then each alone. */
function several(tests: readonly Test[], options: readonly string[]): AnswerValue[] {
  const wanted = tests.filter(({ op }) => op === 'is').map(({ value }) => value);
  const unwanted = new Set(tests.filter(({ op }) => op === 'is_not').map(({ value }) => value));
  const rest = options.filter((option) => !unwanted.has(option));
  const sets = [wanted, rest, options, ...options.map((option) => [option])];
  return sets.filter((choices) => choices.length > 0).map((choices) => ({ choices: [...choices] }));
}

function dayBeside(day: string, by: -1 | 1): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : new Date(time + by * 86_400_000).toISOString().slice(0, 10);
}
