import type { Testable } from '../question/room.ts';
import { roomOf } from '../question/rooms.ts';
import type { Question } from '../question.ts';
import { canHold } from './can-hold.ts';
import { type Condition, JUMP_END, needsValue, type Test, type TestOp } from './condition.ts';
import { FACTS, isFact, pipesIn } from './piping.ts';
import { unreachable } from './unreachable.ts';

/** What is wrong with the way through a survey, by question and field. */
export interface LogicFault {
  key: string;
  field: 'showIf' | 'jumps' | 'wording' | 'help';
  sentence: string;
}

/** What each test can be asked of. */
export const OPS_FOR = {
  number: ['is', 'is_not', 'at_least', 'at_most', 'answered', 'blank', 'declined'],
  choice: ['is', 'is_not', 'answered', 'blank', 'declined'],
  date: ['before', 'after', 'is', 'is_not', 'answered', 'blank', 'declined'],
  words: ['answered', 'blank', 'declined'],
  nothing: [],
} as const satisfies Record<Testable['kind'], readonly TestOp[]>;

/**
 * Everything that would send a respondent nowhere, round in a circle, or past a question for good. Also what stands in
 * a wording and cannot be filled in. A set without faults is finished by every path.
 */
export function checkLogic(questions: readonly Question[]): LogicFault[] {
  const faults = questions.flatMap((question, at) => [
    ...checkShowIf(question, at, questions),
    ...checkJumps(question, at, questions),
    ...checkPipes(question, at, questions),
  ]);
  if (faults.length > 0) return faults;
  return unreachable(questions).map((key) => ({
    key,
    field: 'showIf',
    sentence: 'Nobody can reach this question. Loosen its condition, or the jumps before it.',
  }));
}

function checkShowIf({ key, showIf }: Question, at: number, questions: readonly Question[]): LogicFault[] {
  if (!showIf) return [];
  const sentences = checkCondition(showIf, questions.slice(0, at), questions);
  if (showIf.tests.length === 0) sentences.push('Say when it is asked, or take the condition away.');
  if (sentences.length === 0 && !canHold(showIf, questions))
    sentences.push('These conditions cannot hold together. Nobody would be asked.');
  return sentences.map((sentence) => ({ key, field: 'showIf', sentence }));
}

function checkJumps({ key, jumps = [] }: Question, at: number, questions: readonly Question[]): LogicFault[] {
  return jumps.flatMap(({ when, to }) => {
    const sentences = checkCondition(when, questions.slice(0, at + 1), questions);
    const target = questions.findIndex((question) => question.key === to);
    if (to !== JUMP_END && target < 0)
      sentences.push('It leads to a question that was dropped. Choose another.');
    else if (to !== JUMP_END && target <= at)
      sentences.push(`It leads back to question ${target + 1}, round in a circle. Choose a later one.`);
    return sentences.map((sentence) => ({ key, field: 'jumps' as const, sentence }));
  });
}

/** What is wrong with each test; `earlier` are the questions that are answered by then. */
function checkCondition(
  { tests }: Condition,
  earlier: readonly Question[],
  all: readonly Question[],
): string[] {
  return tests.flatMap((test) => {
    const at = all.findIndex(({ key }) => key === test.question);
    if (at < 0) return ['It looks at a question that was dropped. Choose another.'];
    const question = earlier.find(({ key }) => key === test.question);
    if (!question) return [`It looks at question ${at + 1}, which comes later. Choose an earlier one.`];
    return checkTest(test, question, at + 1);
  });
}

function checkTest({ op, value }: Test, question: Question, number: number): string[] {
  const testable = roomOf(question).testable(question);
  if (!(OPS_FOR[testable.kind] as readonly TestOp[]).includes(op))
    return [`Question ${number} cannot be tested like that. Choose how again.`];
  if (op === 'declined' && !question.declinable)
    return [`Question ${number} does not offer “prefer not to say”.`];
  if (!needsValue(op)) return [];
  if (value === '') return [`Say what the answer to question ${number} is compared with.`];
  return isValueOf(testable, value) ? [] : [`“${value}” is no answer to question ${number}. Choose again.`];
}

function isValueOf(testable: Testable, value: string): boolean {
  switch (testable.kind) {
    case 'number': {
      const number = Number(value);
      return (
        !Number.isNaN(number) &&
        number >= (testable.low ?? -Infinity) &&
        number <= (testable.high ?? Infinity)
      );
    }
    case 'choice':
      return testable.options.some(({ key }) => key === value);
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(value);
    case 'words':
    case 'nothing':
      return false;
    default:
      return testable satisfies never;
  }
}

function checkPipes(question: Question, at: number, questions: readonly Question[]): LogicFault[] {
  const earlier = new Set(questions.slice(0, at).map(({ key }) => key));
  const known = new Set(questions.map(({ key }) => key));
  return (['wording', 'help'] as const).flatMap((field) =>
    checkText(question[field] ?? '', earlier, known).map((sentence) => ({
      key: question.key,
      field,
      sentence,
    })),
  );
}

/** What cannot be filled in, in words; `earlier` are the questions that are answered by then. */
export function checkText(text: string, earlier: ReadonlySet<string>, known: ReadonlySet<string>): string[] {
  const pipes = pipesIn(text);
  const rest = pipes.reduce((left, { start, end }) => left.replace(text.slice(start, end), ''), text);
  const sentences = /\{\{|\}\}/.test(rest)
    ? ['A {{…}} is not closed. Write {{account.name|your company}}.']
    : [];
  for (const { name, fallback } of pipes) {
    if (!isFact(name) && !known.has(name))
      sentences.push(
        `{{${name}}} is nothing known. Use ${Object.keys(FACTS).join(', ')} or an earlier question.`,
      );
    else if (!isFact(name) && !earlier.has(name))
      sentences.push(`{{${name}}} is answered later. Only an earlier answer can stand in a wording.`);
    if (fallback === null) sentences.push(`Say what stands there when nothing is known: {{${name}|…}}.`);
  }
  return sentences;
}
