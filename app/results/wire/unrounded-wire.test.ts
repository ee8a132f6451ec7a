import { describe, expect, it } from 'vitest';
import { classesOf, sampleOf as sampleIn, springWave } from '#tests/support/samples.ts';
import { accountPlus3 } from '../arithmetic/accounts.ts';
import { bySizeOf } from '../arithmetic/by-size.ts';
import { finiteInterval, type Prior } from '../arithmetic/finite.ts';
import { tangoInterval } from '../arithmetic/interval.ts';
import { displayRound } from '../display.ts';
import { figureOf } from '../figure.ts';
import { gapBetween } from '../gap.ts';
import type { Sample } from '../sample.ts';
import type { ScoreScale } from '../scale.ts';
import { toFigureOut, toGapOut } from './figure-wire.ts';

const COUNTS = { promoters: 6, passives: 6, detractors: 4 };
const SIXTEEN = classesOf(6, 6, 4);
const AT_SIX = [
  [9, 9, 9, 9],
  [9, 9, 7],
  [7, 7, 7],
  [7, 7],
  [3, 3],
  [3, 3],
];
const wave = { ...springWave, id: '01890a5d-ac96-7abc-8def-0123456789ab' };
const sampleOf: typeof sampleIn = (answers, given) => sampleIn(answers, { wave, ...given });
const out = (sample: Sample<ScoreScale>) => toFigureOut(figureOf(sample));

describe('a figure on the wire', () => {
  it('is told in whole points and to the last digit: +12.5 is 13', () => {
    expect(out(sampleOf(SIXTEEN))).toMatchObject({
      score: 13,
      unrounded: { score: 12.5, per_person: 12.5, per_account: 12.5, bounds: null },
    });
  });

  it.each([
    { method: 'score', sample: sampleOf(SIXTEEN) },
    { method: 'account_plus3', sample: sampleOf(AT_SIX) },
    { method: 'finite', sample: sampleOf(SIXTEEN, { known: 20 }) },
    { method: 'census', sample: sampleOf(SIXTEEN, { known: 16 }) },
  ])('rounds to what is shown: $method', ({ method, sample }) => {
    const { score, interval, computed, unrounded } = out(sample);
    expect(computed?.method).toBe(method);
    expect(displayRound(unrounded!.score)).toBe(score);
    const { low, high } = unrounded!.interval;
    expect([displayRound(low), displayRound(high)]).toEqual([interval!.low, interval!.high]);
  });

  it('can be computed again from what stands beside it', () => {
    const score = out(sampleOf(SIXTEEN));
    expect(score.computed).toEqual({ method: 'score', confidence: 0.95, prior: null, widened_to: null });
    expect(score.unrounded!.interval).toEqual(named(tangoInterval(COUNTS, score.computed!.confidence!)));

    const finite = out(sampleOf(SIXTEEN, { known: 20 }));
    const { promoters, passives, detractors } = finite.computed!.prior!;
    const prior: Prior = [promoters, passives, detractors];
    expect(finite.unrounded!.interval).toEqual(
      named(finiteInterval(COUNTS, finite.known!, finite.computed!.confidence!, prior)),
    );

    const plus3 = out(sampleOf(AT_SIX));
    expect(plus3.computed!.prior).toEqual({ promoters: 0.75, passives: 1.5, detractors: 0.75 });
    const sizes = bySizeOf([
      { promoters: 4, passives: 0, detractors: 0 },
      { promoters: 2, passives: 1, detractors: 0 },
      { promoters: 0, passives: 3, detractors: 0 },
      { promoters: 0, passives: 2, detractors: 0 },
      { promoters: 0, passives: 0, detractors: 2 },
      { promoters: 0, passives: 0, detractors: 2 },
    ]);
    expect(plus3.unrounded!.interval).toEqual(named(accountPlus3(sizes, plus3.computed!.confidence!)));
  });

  it('says of a census that nothing is left to chance', () => {
    const { computed } = out(sampleOf(SIXTEEN, { known: 16 }));
    expect(computed).toEqual({ method: 'census', confidence: null, prior: null, widened_to: null });
  });

  it('without a score has neither', () => {
    expect(out(sampleOf([[9], [3]]))).toMatchObject({ score: null, computed: null, unrounded: null });
  });

  it.each(['confidential', 'anonymous'] as const)('has nothing finer where it was %s', (confidentiality) => {
    for (const accounts of [SIXTEEN, classesOf(20, 13, 8)]) {
      const figure = out(sampleOf(accounts, { confidentiality }));
      expect(figure.score).not.toBeNull();
      expect(figure.unrounded).toBeNull();
      expect(figure.computed).toEqual({ method: 'score', confidence: 0.95, prior: null, widened_to: 10 });
      for (const end of [figure.interval!.low, figure.interval!.high]) expect(Math.abs(end % 10)).toBe(0);
    }
  });
});

describe('a gap on the wire', () => {
  const buyers = sampleOf(classesOf(2, 3, 9), { persona: 'buyer' });

  it('has its points and its interval to the last digit', () => {
    const { apart } = toGapOut(gapBetween(sampleOf(SIXTEEN), buyers));
    expect(apart!.points).toBe(63);
    expect(apart!.unrounded!.points).toBe(62.5);
    const { low, high } = apart!.unrounded!.interval!;
    expect([displayRound(low), displayRound(high)]).toEqual([apart!.interval!.low, apart!.interval!.high]);
  });

  it('has nothing finer where one side was asked in confidence', () => {
    const quiet = sampleOf(SIXTEEN, { confidentiality: 'confidential' });
    expect(toGapOut(gapBetween(quiet, buyers)).apart!.unrounded).toBeNull();
  });
});

function named({ lo, hi }: { lo: number; hi: number }) {
  return { low: lo, high: hi };
}
