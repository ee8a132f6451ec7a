import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classesOf, sampleOf } from '#tests/support/samples.ts';
import { answersIn, type Counts } from './arithmetic/counts.ts';
import { finiteInterval, noAssumptionBounds } from './arithmetic/finite.ts';
import { tangoInterval } from './arithmetic/interval.ts';
import { scoreOf } from './arithmetic/score.ts';
import { figureOf } from './figure.ts';
import { gapBetween } from './gap.ts';
import { splitOf } from './split.ts';

const upTo = (max: number) => fc.nat({ max });
const counts = fc
  .tuple(upTo(60), upTo(60), upTo(60))
  .map(([promoters, passives, detractors]): Counts => ({ promoters, passives, detractors }));
const someCounts = counts.filter((each) => answersIn(each) > 0);
const answers = fc.array(upTo(10), { minLength: 5, maxLength: 30 });
const byAccount = fc.array(fc.array(upTo(10), { minLength: 1, maxLength: 6 }), {
  minLength: 5,
  maxLength: 12,
});

function mirrored({ promoters, passives, detractors }: Counts): Counts {
  return { promoters: detractors, passives, detractors: promoters };
}

const each = (list: readonly number[]) => list.map((answer) => [answer]);

describe('every score', () => {
  test('lies in its interval, and the interval on the line', () => {
    fc.assert(
      fc.property(someCounts, (sample) => {
        const { lo, hi } = tangoInterval(sample);
        const score = scoreOf(sample)!;
        expect(lo).toBeGreaterThanOrEqual(-100);
        expect(hi).toBeLessThanOrEqual(100);
        expect(score).toBeGreaterThanOrEqual(lo - 1e-9);
        expect(score).toBeLessThanOrEqual(hi + 1e-9);
      }),
    );
  });

  test('flips its sign, and its interval, when promoters and detractors change places', () => {
    fc.assert(
      fc.property(someCounts, (sample) => {
        const there = tangoInterval(sample);
        const back = tangoInterval(mirrored(sample));
        expect(scoreOf(mirrored(sample))).toBeCloseTo(-scoreOf(sample)!, 9);
        expect(back.lo).toBeCloseTo(-there.hi, 6);
        expect(back.hi).toBeCloseTo(-there.lo, 6);
      }),
    );
  });

  test('of a known list stays within what the silent could do, and closes in on the truth as they speak', () => {
    fc.assert(
      fc.property(someCounts, upTo(80), (sample, silent) => {
        const known = answersIn(sample) + silent;
        const { lo, hi } = finiteInterval(sample, known);
        const bounds = noAssumptionBounds(sample, known);
        expect(lo).toBeGreaterThanOrEqual(bounds.lo - 1e-9);
        expect(hi).toBeLessThanOrEqual(bounds.hi + 1e-9);
        if (silent === 0) expect([lo, hi]).toEqual([scoreOf(sample), scoreOf(sample)]);
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on the order of answers or accounts', () => {
    fc.assert(
      fc.property(byAccount, (accounts) => {
        const shuffled = accounts.map((list) => list.toReversed()).toReversed();
        const [there, back] = [figureOf(sampleOf(accounts)), figureOf(sampleOf(shuffled))];
        expect(back.score).toBeCloseTo(there.score!, 9);
        expect(back.histogram).toEqual(there.histogram);
      }),
    );
  });
});

test('the exact distribution of the silent and its normal limit meet where one takes over', () => {
  const sample = { promoters: 120, passives: 60, detractors: 40 };
  const exact = finiteInterval(sample, 220 + 1500);
  const limit = finiteInterval(sample, 220 + 1501);
  expect(Math.abs(exact.lo - limit.lo)).toBeLessThan(0.5);
  expect(Math.abs(exact.hi - limit.hi)).toBeLessThan(0.5);
});

describe('what takes two personas', () => {
  /** One more promoter and one fewer detractor in ten raise any persona by exactly twenty points. */
  const raisable = fc.tuple(upTo(8), fc.integer({ min: 1, max: 9 })).filter(([up, down]) => up + down <= 10);
  const sampleFrom = (persona: string, [up, down]: [number, number], raised: 0 | 1) =>
    sampleOf(classesOf(up + raised, 10 - up - down, down - raised), { persona });

  test('does not move when both rise by the same amount', () => {
    fc.assert(
      fc.property(raisable, raisable, (users, buyers) => {
        const gapAt = (raised: 0 | 1) => {
          const gap = gapBetween(sampleFrom('end_user', users, raised), sampleFrom('buyer', buyers, raised));
          return gap.kind === 'gap' ? { points: gap.points, higher: gap.higher.persona.id } : null;
        };
        expect(gapAt(1)!.points).toBeCloseTo(gapAt(0)!.points, 9);
        expect(gapAt(1)!.higher).toBe(gapAt(0)!.higher);
      }),
    );
  });

  test('swaps its labels, and nothing else, when the personas change places', () => {
    fc.assert(
      fc.property(answers, answers, (some, others) => {
        const there = gapBetween(
          sampleOf(each(some), { persona: 'end_user' }),
          sampleOf(each(others), { persona: 'buyer' }),
        );
        const back = gapBetween(
          sampleOf(each(some), { persona: 'buyer' }),
          sampleOf(each(others), { persona: 'end_user' }),
        );
        if (there.kind !== 'gap' || back.kind !== 'gap') throw new Error('Both sides were heard.');
        expect(back.points).toBe(there.points);
        expect([back.higher.value, back.lower.value]).toEqual([there.higher.value, there.lower.value]);
      }),
    );
  });

  test('leaves the other persona alone when one falls silent', () => {
    fc.assert(
      fc.property(answers, answers, (some, others) => {
        const users = sampleOf(each(some), { persona: 'end_user' });
        const heard = splitOf({
          samples: [users, sampleOf(each(others), { persona: 'buyer' })],
          personasNamed: 2,
          unplaced: 0,
        });
        const silent = splitOf({
          samples: [users, sampleOf([], { persona: 'buyer' })],
          personasNamed: 2,
          unplaced: 0,
        });
        expect(silent.instead.by_persona[0]).toEqual(heard.instead.by_persona[0]);
        expect(silent.instead.by_persona[1]).toMatchObject({ showing: 'none', score: null });
      }),
    );
  });

  test('never yields a scalar: the split holds a score only inside a figure or a named end', () => {
    const split = splitOf({
      samples: [sampleOf(classesOf(5, 3, 2)), sampleOf(classesOf(2, 4, 4), { persona: 'buyer' })],
      personasNamed: 2,
      unplaced: 0,
    });
    const { instead, ...rest } = split;
    expect(Object.values(rest).filter((value) => typeof value === 'number')).toEqual([]);
    expect(Object.keys(instead)).toEqual(['by_persona', 'gap', 'coverage']);
  });
});
