import { describe, expect, test } from 'vitest';
import { classesOf, sampleOf } from '#tests/support/samples.ts';
import { permutationP } from './arithmetic/difference.ts';
import { measureChange } from './change.ts';

const SIZES = [
  [2, 3, 4],
  [8, 2, 1],
  [1, 2, 9],
  [20, 12, 8],
  [5, 5, 40],
] as const;
const GIVEN = [
  { known: null },
  { known: 60 },
  // Twelve people at three accounts: accounts lead.
  { known: null, twice: true },
];

function sampleFrom(
  [p, q, d]: readonly [number, number, number],
  { known = null, twice = false }: { known?: number | null; twice?: boolean },
) {
  const answers = classesOf(p, q, d).flat();
  const accounts = twice
    ? Array.from({ length: 4 }, (_, at) => answers.filter((_, i) => i % 4 === at))
    : answers.map((one) => [one]);
  return sampleOf(accounts, { known });
}

describe('the chance of a difference', () => {
  test('lies below 0.05 exactly where the range of 95 % leaves 0 out, whatever the interval is', () => {
    for (const given of GIVEN)
      for (const first of SIZES)
        for (const second of SIZES) {
          const { p, pMethod, interval, verdict } = measureChange(
            sampleFrom(first, given),
            sampleFrom(second, given),
          );
          if (pMethod !== 'interval') continue;
          expect(p! < 0.05, JSON.stringify({ given, first, second, p, interval })).toBe(
            verdict !== 'cant_tell',
          );
        }
  });

  test('is exact for few people of whom nobody knows how many there are', () => {
    const measured = measureChange(sampleOf(classesOf(2, 4, 6)), sampleOf(classesOf(7, 3, 2)));
    const counts = (promoters: number, passives: number, detractors: number) => ({
      promoters,
      passives,
      detractors,
    });
    expect(measured).toMatchObject({
      pMethod: 'permutation',
      p: permutationP(counts(2, 4, 6), counts(7, 3, 2)),
    });
  });

  test('is none where everybody was heard on both sides', () => {
    const all = measureChange(
      sampleOf(classesOf(6, 3, 3), { known: 12 }),
      sampleOf(classesOf(7, 3, 2), { known: 12 }),
    );
    expect(all).toMatchObject({ p: null, pMethod: null, interval: null, verdict: 'up' });
  });

  test('is 1 where nothing differs', () => {
    const large = sampleOf(classesOf(40, 30, 30));
    expect(measureChange(large, large).p).toBeCloseTo(1, 3);
  });

  test('is never of two personas', () => {
    const buyers = sampleOf(classesOf(5, 3, 2), { persona: 'buyer' });
    expect(() => measureChange(sampleOf(classesOf(5, 3, 2)), buyers)).toThrow(RangeError);
  });
});
