import { expect, test } from 'vitest';
import { recommend } from '#tests/support/samples.ts';
import { basisBreak, breakBetween, choicesKeyOf, mismatchOf, mismatchOfWaves } from './comparable.ts';

const asked = { surveyId: 's1', surveyName: 'Buyers', number: 2 };
const choices = (...labels: string[]) =>
  choicesKeyOf(labels.map((label, at) => ({ key: `o${at + 1}`, label })));

test.each([
  ['another wording', { wordingKey: 'would you recommend us?' }, 'wording'],
  ['another scale', { scale: 'other_0_10' as const, wordingKey: 'another' }, 'scale'],
  ['another thing', { concept: 'renewal', scale: 'other_0_10' as const }, 'concept'],
  ['other choices', { choicesKey: choices('Price', 'Speed') }, 'choices'],
  ['nothing else', {}, null],
])('%s makes another series, named by what weighs most', (_, change, by) => {
  expect(mismatchOf(recommend, { ...recommend, ...change })).toBe(by);
});

test.each([
  ['asked', 'link'],
  ['link', 'asked'],
  ['link', 'link'],
] as const)('a wave that was %s and one that was %s are two populations, whatever was asked', (a, b) => {
  const before = { question: recommend, asked, wave: { kind: a } };
  const after = { question: recommend, asked, wave: { kind: b } };
  expect(mismatchOfWaves(before, after)).toBe('population');
  expect(breakBetween(before, after, 'Help pages')).toEqual({
    by: 'population',
    words: 'Another population',
    sentence: 'Help pages: whoever came through a link is another population, so a new series begins.',
  });
});

test('choices are the same by their keys and labels, in whatever order and case', () => {
  const [price, speed] = [
    { key: 'o1', label: 'Price' },
    { key: 'o2', label: 'Speed' },
  ];
  expect(choicesKeyOf([speed!, { key: 'o1', label: ' price ' }])).toBe(choicesKeyOf([price!, speed!]));
  expect(choicesKeyOf([price!])).not.toBe(choicesKeyOf([price!, speed!]));
  expect(choicesKeyOf([{ key: 'o1', label: 'Speed' }])).not.toBe(choicesKeyOf([price!]));
});

test('a break says what changed, and in which version of which survey', () => {
  const other = { ...recommend, scale: 'other_0_10' as const };
  const end = (question: typeof recommend | typeof other, given = {}) => ({
    question,
    asked: { ...asked, ...given },
    wave: { kind: 'asked' as const },
  });
  expect(breakBetween(end(recommend), end(other, { number: 3 }), 'Spring 2027')).toEqual({
    by: 'scale',
    words: 'Scale changed',
    sentence: 'Spring 2027: scale changed in v3, so a new series begins.',
  });
  const elsewhere = { surveyId: 's2', surveyName: 'Board', number: 1 };
  expect(breakBetween(end(recommend), end(other, elsewhere), 'Spring 2027')?.sentence).toContain(
    'scale changed in “Board”, v1,',
  );
  expect(breakBetween(end(recommend), end(recommend, { number: 3 }), 'Spring 2027')).toBeNull();
});

test('no line joins two waves that are led by scores counted in two ways', () => {
  expect(basisBreak('account', 'person', 'Spring 2027')).toEqual({
    ...{ by: 'basis', words: 'Counted another way' },
    sentence:
      'Spring 2027: each person counts once, in the wave before each account, so no line joins the two.',
  });
  expect(basisBreak('person', 'person', 'Spring 2027')).toBeNull();
  expect(basisBreak(null, 'person', 'Spring 2027')).toBeNull();
});
