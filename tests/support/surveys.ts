import fc from 'fast-check';
import { OPS_FOR } from '#app/survey/logic/check-logic.ts';
import { type Condition, needsValue, type Test } from '#app/survey/logic/condition.ts';
import type { Given } from '#app/survey/question/given.ts';
import type { Testable } from '#app/survey/question/room.ts';
import { QUESTION_KINDS, type QuestionKind, roomOf } from '#app/survey/question/rooms.ts';
import { Question, type QuestionSet } from '#app/survey/question.ts';
import { declinedField } from '#app/survey/read-answer.ts';

/** Surveys nobody would write and everybody might: any kinds, any conditions on earlier answers, any jumps ahead. */

const OPTIONS = [
  { key: 'o1', label: 'One' },
  { key: 'o2', label: 'Two' },
  { key: 'o3', label: 'Three' },
];
const ENDS = { low: 'low', high: 'high' };

/** The parts that make a question of each kind complete. */
const PARTS = {
  recommend: {},
  single: { options: OPTIONS, other: 'Something else' },
  multiple: { options: OPTIONS, atMost: 2 },
  text: { size: 'line', check: 'none' },
  rating: { points: 7, ...ENDS },
  csat: ENDS,
  ces: ENDS,
  ranking: { options: OPTIONS },
  matrix: {
    rows: [{ key: 'r1', label: 'Price' }],
    columns: OPTIONS.map((line, at) => ({ ...line, key: `c${at}` })),
  },
  number: { least: 0, most: 50 },
  date: {},
  statement: {},
  consent: { agree: 'I agree' },
  role: { still: 'Yes', changed: 'No more', never: 'Never' },
} as const satisfies Record<QuestionKind, object>;

function plainQuestion(kind: QuestionKind, at: number, required: boolean, declinable: boolean): Question {
  const asks = roomOf({ kind }).asks;
  return Question.parse({
    ...{ key: `q${at}`, kind, wording: `Question ${at}?`, concept: `c${at}`, serves: 'unknown' },
    ...{ required: required && asks, ...(declinable && asks && { declinable }) },
    ...PARTS[kind],
  });
}

/** A question of each kind, none required and each that asks declinable. */
export const everyKind: Question[] = QUESTION_KINDS.map((kind, at) => plainQuestion(kind, at, false, true));

/** A set of up to twelve questions whose logic has no fault but, at times, an unreachable question. */
export const surveys: fc.Arbitrary<Question[]> = fc
  .array(fc.tuple(fc.constantFrom(...QUESTION_KINDS), fc.boolean(), fc.boolean()), {
    minLength: 1,
    maxLength: 12,
  })
  .map((drawn) =>
    drawn.map(([kind, required, declinable], at) => plainQuestion(kind, at, required, declinable)),
  )
  .chain((questions) => fc.tuple(...questions.map((question, at) => withLogic(question, at, questions))));

function withLogic(question: Question, at: number, questions: readonly Question[]): fc.Arbitrary<Question> {
  const targets = ['end', ...questions.slice(at + 1).map(({ key }) => key)];
  const jump = fc.record({ when: conditionOn(questions.slice(0, at + 1)), to: fc.constantFrom(...targets) });
  const showIf = conditionOn(questions.slice(0, at)).filter(({ tests }) => tests.length > 0);
  const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
  const canShow = questions.slice(0, at).some((one) => roomOf(one).asks);
  return fc
    .tuple(
      canShow ? some(showIf) : fc.constant(undefined),
      some(fc.array(jump, { minLength: 1, maxLength: 2 })),
    )
    .map(([condition, jumps]) => ({
      ...question,
      ...(condition && { showIf: condition }),
      ...(jumps && { jumps }),
    }));
}

function conditionOn(earlier: readonly Question[]): fc.Arbitrary<Condition> {
  const askable = earlier.filter((question) => OPS_FOR[roomOf(question).testable(question).kind].length > 0);
  const test = askable.length === 0 ? null : fc.constantFrom(...askable).chain(testOf);
  const tests: fc.Arbitrary<Test[]> = test ? fc.array(test, { maxLength: 3 }) : fc.constant<Test[]>([]);
  return fc.record({ match: fc.constantFrom('all', 'any'), tests });
}

function testOf(question: Question): fc.Arbitrary<Test> {
  const testable = roomOf(question).testable(question);
  const ops = OPS_FOR[testable.kind].filter((op) => op !== 'declined' || question.declinable);
  return fc.constantFrom(...ops).chain((op) =>
    comparedWith(testable).map((value) => ({
      question: question.key,
      op,
      value: needsValue(op) ? value : '',
    })),
  );
}

function comparedWith(testable: Testable): fc.Arbitrary<string> {
  switch (testable.kind) {
    case 'number':
      return fc.integer({ min: testable.low ?? 0, max: testable.high ?? 50 }).map(String);
    case 'choice':
      return fc.constantFrom(...testable.options.map(({ key }) => key));
    case 'date':
      return fc.constantFrom('2027-01-01', '2027-02-01');
    case 'words':
    case 'nothing':
      return fc.constant('');
    default:
      return testable satisfies never;
  }
}

/** What a respondent who makes no mistake sends for one question; now and then nothing where nothing is asked for. */
export function goodFields(question: Question): fc.Arbitrary<[string, string[]][]> {
  const answered = fieldsOf(question).map((fields) =>
    fields.map(([field = '', ...values]): [string, string[]] => [field, values]),
  );
  const ways = [{ weight: 4, arbitrary: answered }];
  if (question.declinable)
    ways.push({ weight: 1, arbitrary: fc.constant([[declinedField(question.key), ['1']]]) });
  if (!question.required) ways.push({ weight: 1, arbitrary: fc.constant([]) });
  return fc.oneof(...ways);
}

function fieldsOf(question: Question): fc.Arbitrary<string[][]> {
  const { key } = question;
  const one = (...values: string[]) => fc.constantFrom(...values).map((value) => [[key, value]]);
  const numbers = (low: number, high: number) =>
    fc.integer({ min: low, max: high }).map((value) => [[key, String(value)]]);
  switch (question.kind) {
    case 'recommend':
      return numbers(0, 10);
    case 'rating':
    case 'ces':
      return numbers(1, 7);
    case 'csat':
      return numbers(1, 5);
    case 'number':
      return numbers(0, 50);
    case 'single':
      return fc.oneof(
        one('o1', 'o2', 'o3'),
        fc.constant<string[][]>([
          [key, '_other'],
          [`${key}.other`, 'A lake'],
        ]),
      );
    case 'multiple':
      return fc
        .subarray(['o1', 'o2', 'o3'], { minLength: 1, maxLength: 2 })
        .map((ticks) => [[key, ...ticks]]);
    case 'ranking':
      return fc
        .shuffledSubarray(['o1', 'o2', 'o3'], { minLength: 3 })
        .map((order) => order.map((option, at) => [`${key}.${option}`, String(at + 1)]));
    case 'matrix':
      return fc.constantFrom('c0', 'c1', 'c2').map((column) => [[`${key}.r1`, column]]);
    case 'text':
      return fc.constant([[key, 'Some words']]);
    case 'date':
      return one('2026-12-31', '2027-01-01', '2027-01-15', '2027-03-01');
    case 'consent':
      return one('yes');
    case 'role':
      return one('still', 'changed', 'never');
    case 'statement':
      return fc.constant([]);
    default:
      return question satisfies never;
  }
}

/** What a broken browser, a scanner or an enemy might send for the questions of a set. */
export function anyFields(questions: readonly Question[]): fc.Arbitrary<Given> {
  const fields = questions.flatMap(({ key }) => [
    key,
    `${key}.other`,
    `${key}.o1`,
    `${key}.r1`,
    declinedField(key),
  ]);
  const value = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('o1', 'c1', '7', '1', 'yes', '_other', '2027-01-01', '\0'),
  );
  return fc
    .array(fc.tuple(fc.constantFrom(...fields), fc.array(value, { maxLength: 3 })), { maxLength: 30 })
    .map((drawn) => new Map(drawn));
}

export function setOf(questions: Question[]): QuestionSet {
  return { intro: '', questions };
}
