import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setOf, surveys } from '#tests/support/surveys.ts';
import { Question } from '../question.ts';
import { compareVersions, trendBreakOf } from './compare-versions.ts';

function ask(key: string, rest: object = {}): Question {
  return Question.parse({
    kind: 'recommend',
    key,
    wording: `${key}?`,
    concept: 'c',
    required: true,
    ...rest,
  });
}
const options = (...labels: string[]) => labels.map((label, at) => ({ key: `o${at + 1}`, label }));
const kinds = (before: Question[], after: Question[]) =>
  compareVersions(setOf(before), setOf(after)).questions.map(({ key, kind }) => `${key} ${kind}`);

describe('two versions side by side', () => {
  test('name what came, went, changed and moved, in the newer order', () => {
    const before = [ask('q1'), ask('q2'), ask('q3'), ask('q4')];
    const after = [ask('q4'), ask('q1'), ask('q2', { wording: 'Another?' }), ask('q5')];
    expect(kinds(before, after)).toEqual(['q4 moved', 'q1 same', 'q2 changed', 'q5 added', 'q3 gone']);
  });

  test('say each thing that reads differently', () => {
    const before = ask('q1', { kind: 'single', options: options('Price', 'Terms') });
    const after = ask('q1', { kind: 'single', options: options('Price', 'Trust'), required: false });
    const [compared] = compareVersions(setOf([before]), setOf([after])).questions;
    expect(compared!.changes).toEqual([
      { what: 'Answers', before: 'Price · Terms', after: 'Price · Trust' },
      { what: 'Must be answered', before: 'yes', after: 'no' },
    ]);
  });

  test('of the same words are the same, whatever the survey', () =>
    fc.assert(
      fc.property(
        surveys,
        (questions) => compareVersions(setOf(questions), setOf(questions)).isSame === true,
      ),
    ));

  test('of a reordered survey only ever name moves', () => {
    const reordered = surveys.chain((questions) =>
      fc.tuple(fc.constant(questions), fc.shuffledSubarray(questions, { minLength: questions.length })),
    );
    fc.assert(
      fc.property(reordered, ([before, after]) => {
        const { questions } = compareVersions(setOf(before), setOf(after));
        expect(questions.every(({ kind }) => kind === 'same' || kind === 'moved')).toBe(true);
      }),
    );
  });
});

describe('a trend', () => {
  test.each<[string, object, object, RegExp | null]>([
    ['goes on through capitals and blanks', {}, { wording: ' Q1? ' }, null],
    ['goes on through another line under the wording', {}, { help: 'Think of this year.' }, null],
    ['breaks with another wording', {}, { wording: 'Would you?' }, /wording is another/],
    ['breaks with another concept', {}, { concept: 'price' }, /something else/],
    ['breaks with another scale', {}, { kind: 'ces', low: 'l', high: 'h' }, /scale is another/],
    [
      'breaks with other choices',
      { kind: 'single', options: options('A', 'B') },
      { kind: 'single', options: options('A', 'C') },
      /choose from are others/,
    ],
    [
      'goes on when choices change places',
      { kind: 'single', options: options('A', 'B') },
      { kind: 'single', options: options('A', 'B').reverse() },
      null,
    ],
    [
      'breaks when an end of the scale gets another meaning',
      { kind: 'csat', low: 'bad', high: 'good' },
      { kind: 'csat', low: 'bad', high: 'fine' },
      /choose from are others/,
    ],
  ])('%s', (_, before, after, said) => {
    const found = trendBreakOf(ask('q1', before), ask('q1', after));
    if (said === null) expect(found).toBeNull();
    else expect(found).toMatch(said);
  });
});
