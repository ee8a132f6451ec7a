import { expect, test } from 'vitest';
import { figureOf } from '#app/results/figure.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { sampleOf } from '#tests/support/samples.ts';
import type { LaneView } from '../page/lane-view.ts';
import { SHARED_ANSWERS, sharedLane, sharedThresholds, shareStateOf } from './share.ts';

const FLOOR = sharedThresholds(THRESHOLDS);

/** Most of the answers are one account's, and somebody of another one is quoted. */
function laneOf(answersByAccount: readonly (readonly number[])[]): LaneView {
  const sample = sampleOf(answersByAccount);
  const figure = figureOf(sample, FLOOR);
  return {
    ...{
      persona: sample.persona,
      heard: sample.n,
      heardTold: String(sample.n),
      isQuiet: false,
      known: null,
      invited: null,
      figure,
      withheld: null,
    },
    ...{ since: null, ruling: 'cant_tell', rule: null, kept: null, sentence: 'End-users, spring wave' },
    said: { words: 'Send me the sum.', by: { name: 'Dana Ruiz', title: 'CFO', account: 'Account 2' } },
  };
}
const wide = laneOf([[9, 9, 9, 9, 9, 9, 9, 9], [3], [7]]);

test('a shared lane names nobody and no account unless that was ticked', () => {
  const said = (showsNames: boolean) =>
    JSON.stringify(sharedLane(wide, { waveName: 'spring wave', showsNames }));
  expect(said(true)).toContain('Dana Ruiz');
  expect(said(true)).toContain('Account 1');
  expect(said(false)).not.toMatch(/Dana|Send me|Account \d/);
  expect(sharedLane(wide, { waveName: 'spring wave', showsNames: false }).figure?.score).not.toBeNull();
});

test('fewer than ten are neither a figure nor a list, also where names are shared', () => {
  const few = sharedLane(laneOf([[9], [8], [7], [3], [2], [9], [9], [8], [7]]), {
    waveName: 'spring wave',
    showsNames: true,
  });
  expect(few).toMatchObject({ figure: null, said: null, since: null });
  expect(few.sentence).toBe('End-users, spring wave: no figure on a shared page (9 heard)');
});

test('a lane that kept silent says to whoever is outside, too, that it was asked', () => {
  const silent = { ...laneOf([]), known: 3, invited: 3 };
  expect(sharedLane(silent, { waveName: 'spring wave', showsNames: false })).toMatchObject({
    ...{ heard: 0, known: 3, invited: 3, figure: null, withheld: null },
  });
});

test('the floor is at least ten, and stricter settings stay', () => {
  expect(FLOOR).toMatchObject({ showAnswers: SHARED_ANSWERS, compareAnswers: SHARED_ANSWERS });
  expect(sharedThresholds({ ...THRESHOLDS, showAnswers: 30 }).showAnswers).toBe(30);
});

test('a link is over on its very moment, and ended by hand before all else', () => {
  expect(shareStateOf({ expiresAt: 10, revokedAt: null }, 9)).toBe('open');
  expect(shareStateOf({ expiresAt: 10, revokedAt: null }, 10)).toBe('over');
  expect(shareStateOf({ expiresAt: 10, revokedAt: 5 }, 10)).toBe('revoked');
});
