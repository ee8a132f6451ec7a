import { describe, expect, test } from 'vitest';
import { Question } from '../question.ts';
import { checkLogic } from './check-logic.ts';
import type { Condition, Test } from './condition.ts';

const when = (...tests: Test[]): Condition => ({ match: 'all', tests });
const score = (op: Test['op'], value: string, question = 'q1'): Test => ({ question, op, value });

function question(key: string, rest: object = {}): Question {
  return Question.parse({
    kind: 'recommend',
    key,
    wording: `${key}?`,
    concept: 'c',
    required: false,
    ...rest,
  });
}
const sentences = (...questions: Question[]) =>
  checkLogic(questions).map(({ key, sentence }) => `${key}: ${sentence}`);

describe('what is said while a survey is written', () => {
  test('a survey that runs straight through has no fault', () =>
    expect(
      sentences(question('q1'), question('q2', { showIf: when(score('at_most', '6')) }), question('q3')),
    ).toEqual([]));

  test('a condition on a later question', () =>
    expect(sentences(question('q1', { showIf: when(score('is', '3', 'q2')) }), question('q2'))).toEqual([
      'q1: It looks at question 2, which comes later. Choose an earlier one.',
    ]));

  test('a condition on a question that was dropped', () =>
    expect(sentences(question('q1'), question('q2', { showIf: when(score('is', '3', 'q9')) }))).toEqual([
      'q2: It looks at a question that was dropped. Choose another.',
    ]));

  test('a jump back, round in a circle, and a jump to itself', () => {
    const jumps = (to: string) => [{ when: when(), to }];
    expect(sentences(question('q1'), question('q2', { jumps: jumps('q1') }))).toEqual([
      'q2: It leads back to question 1, round in a circle. Choose a later one.',
    ]);
    expect(sentences(question('q1', { jumps: jumps('q1') }))).toHaveLength(1);
    expect(sentences(question('q1', { jumps: jumps('q7') }))).toEqual([
      'q1: It leads to a question that was dropped. Choose another.',
    ]);
  });

  test('a question that everybody jumps over', () =>
    expect(
      sentences(question('q1', { jumps: [{ when: when(), to: 'q3' }] }), question('q2'), question('q3')),
    ).toEqual(['q2: Nobody can reach this question. Loosen its condition, or the jumps before it.']));

  test('a question asked only of those who answered one that nobody reaches', () =>
    expect(
      sentences(
        question('q1', { jumps: [{ when: when(), to: 'q3' }] }),
        question('q2'),
        question('q3'),
        question('q4', { showIf: when(score('at_least', '3', 'q2')) }),
      ),
    ).toHaveLength(2));

  test('conditions that cannot hold together', () => {
    const both = when(score('at_least', '9'), score('at_most', '6'));
    expect(sentences(question('q1'), question('q2', { showIf: both }))).toEqual([
      'q2: These conditions cannot hold together. Nobody would be asked.',
    ]);
    expect(sentences(question('q1'), question('q2', { showIf: { ...both, match: 'any' } }))).toEqual([]);
  });

  test.each<[Test, string]>([
    [score('at_least', '11'), '“11” is no answer to question 1. Choose again.'],
    [score('is', ''), 'Say what the answer to question 1 is compared with.'],
    [score('before', '2027-01-01'), 'Question 1 cannot be tested like that. Choose how again.'],
    [score('declined', ''), 'Question 1 does not offer “prefer not to say”.'],
  ])('a test that does not fit what it tests: %j', (bad, said) =>
    expect(sentences(question('q1'), question('q2', { showIf: when(bad) }))).toEqual([`q2: ${said}`]),
  );

  test.each([
    ['{{account.name}}', 'Say what stands there when nothing is known: {{account.name|…}}.'],
    ['{{q2|that}}', '{{q2}} is answered later. Only an earlier answer can stand in a wording.'],
    ['{{q1|that}}', '{{q1}} is answered later. Only an earlier answer can stand in a wording.'],
    [
      '{{price|that}}',
      '{{price}} is nothing known. Use person.first_name, person.name, account.name, persona.name, workspace.name or an earlier question.',
    ],
    ['{{account.name|you', 'A {{…}} is not closed. Write {{account.name|your company}}.'],
  ])('words that cannot be filled in: %s', (wording, said) =>
    expect(sentences(question('q1', { wording }), question('q2'))).toEqual([`q1: ${said}`]),
  );
});
