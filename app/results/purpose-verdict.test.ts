import { describe, expect, test } from 'vitest';
import { classesOf, sampleOf, springWave } from '#tests/support/samples.ts';
import { figureOf } from './figure.ts';
import { purposeVerdict } from './purpose-verdict.ts';
import { type Rule, rulingOf } from './ruling.ts';

const ABOVE_30: Rule = { bound: 'lower', comparison: 'above', threshold: 30 };

function verdictOf(counts: [number, number, number], rule: Rule | null, given = {}) {
  const figure = figureOf(sampleOf(classesOf(...counts), given));
  const ruling = rule && figure.interval.kind !== 'none' ? rulingOf(rule, figure.interval) : 'cant_tell';
  return purposeVerdict(figure, { ruling, hasRule: rule !== null, isClosed: figure.wave.closedAt !== null });
}

describe('what the purpose asked', () => {
  test('is answered where the interval’s end clears the rule, and not where only the score does', () => {
    expect(verdictOf([45, 4, 1], ABOVE_30)).toMatchObject({
      answer: 'answered',
      words: expect.stringContaining('the rule is cleared'),
    });
    // The score is +45 and the lower end +7.
    expect(verdictOf([12, 5, 3], ABOVE_30)).toEqual({
      answer: 'cant_tell',
      title: 'Can’t tell',
      words: 'The interval is +7 to +71: it reaches over the line of the rule.',
    });
  });

  test('is answered too where it cannot be cleared any more', () => {
    expect(verdictOf([2, 4, 30], ABOVE_30)).toMatchObject({
      answer: 'answered',
      words: expect.stringContaining('not cleared'),
    });
  });

  test('cannot be told where two ways of counting are far apart, whatever either says', () => {
    const accounts = [classesOf(40, 10, 10).flat(), [7, 3, 3], [3, 3, 3], [9, 7, 3], [7, 7, 3]];
    const verdict = purposeVerdict(figureOf(sampleOf(accounts)), {
      ...{ ruling: 'cant_tell', hasRule: true, isClosed: true },
    });
    expect(verdict).toMatchObject({
      answer: 'cant_tell',
      words: 'By the two ways of counting it is 63 points apart, so the rule is held against neither.',
    });
  });

  test('is exact where everybody was heard', () => {
    expect(verdictOf([7, 3, 2], ABOVE_30, { known: 12 })).toMatchObject({
      answer: 'answered',
      words: 'Everybody was heard: the rule is cleared.',
    });
  });

  test('is not answered while answers come in, however clear they look', () => {
    expect(verdictOf([45, 4, 1], ABOVE_30, { wave: { ...springWave, closedAt: null } })).toMatchObject({
      answer: 'not_answered',
    });
  });

  test('is not answered by too few, and says what a score needs', () => {
    expect(verdictOf([4, 0, 0], ABOVE_30)).toMatchObject({
      answer: 'not_answered',
      words: 'A score needs 5 answers.',
    });
  });

  test('can’t be told by a number where the rule names none', () => {
    expect(verdictOf([45, 4, 1], null)).toMatchObject({ answer: 'cant_tell' });
    expect(purposeVerdict(null, { ruling: 'cant_tell', hasRule: false, isClosed: true })).toMatchObject({
      answer: 'cant_tell',
    });
  });
});
