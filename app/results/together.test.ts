import { describe, expect, test } from 'vitest';
import { autumnWave, classesOf, sampleOf } from '#tests/support/samples.ts';
import { differenceBetween } from './difference.ts';
import { THRESHOLDS } from './thresholds.ts';
import { type Finding, heldAmong, judgeTogether, wordsAmong } from './together.ts';

const found = (...ps: number[]): Finding[] =>
  ps.map((p, at) => ({ key: `d${at}`, p, verdict: p <= 0.05 ? 'up' : 'cant_tell' }));

describe('every difference of a screen is one of a family', () => {
  test('one alone stands as it is, and nothing is said of a family', () => {
    expect(judgeTogether(found(0.04))).toMatchObject({ method: 'none', size: 1, fallen: [], words: null });
  });

  test('of three the reference file’s p come out as Holm has them, and what fails is said to', () => {
    const together = judgeTogether(found(0.01, 0.04, 0.03));
    expect(together.method).toBe('holm');
    expect(together.adjusted).toEqual({ d0: 0.03, d1: 0.06, d2: 0.06 });
    expect(together.fallen).toEqual(['d1', 'd2']);
    expect(together.words).toBe(
      '3 differences stand on this page, each within one persona, so each is judged as one of 3 (Holm’s correction). One holds.',
    );
    expect(wordsAmong('d1', 'up, the difference is between +1 and +60', together)).toMatch(/^can’t tell \(/);
    expect(wordsAmong('d0', 'up, the difference is between +9 and +60', together)).toMatch(/^up, /);
  });

  test('what everybody was heard of is no matter of chance: it is in no family and never falls', () => {
    const exact: Finding = { key: 'exact', p: null, verdict: 'up' };
    const together = judgeTogether([exact, ...found(0.2, 0.3)]);
    expect(together).toMatchObject({ size: 2, fallen: [] });
    expect(together.words).toMatch(/None of them can be told from chance\.$/);
  });

  test('from 21 differences on the correction is that for long lists', () => {
    const many = judgeTogether(found(...Array.from({ length: 21 }, (_, at) => 0.001 * (at + 1))));
    expect(many.method).toBe('benjamini_hochberg');
    expect(judgeTogether(found(...Array.from({ length: 20 }, () => 0.01))).method).toBe('holm');
  });

  test('the word for certainty that statisticians use is never said', () => {
    expect(judgeTogether(found(0.01, 0.02)).words).not.toMatch(/significan/i);
  });
});

test('on the executive’s page a change that does not hold among the lanes is one that nobody can tell', () => {
  const since = differenceBetween(
    sampleOf(classesOf(6, 4, 10), { persona: 'buyer', wave: autumnWave }),
    sampleOf(classesOf(13, 4, 3), { persona: 'buyer' }),
    THRESHOLDS,
  );
  expect(since.verdict).toBe('up');
  const together = judgeTogether([
    { key: 'buyer', p: 0.03, verdict: 'up' },
    { key: 'end_user', p: 0.6, verdict: 'cant_tell' },
  ]);
  expect(heldAmong('buyer', since, together)).toMatchObject({
    verdict: 'cant_tell',
    words: expect.stringContaining('if it were the only one; among the 2 on this page'),
  });
  expect(heldAmong('end_user', since, together)).toBe(since);
  expect(heldAmong('buyer', null, together)).toBeNull();
});
