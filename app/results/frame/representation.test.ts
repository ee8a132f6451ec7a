import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardisedMeans, standardisedShares } from '../arithmetic/standardised.ts';
import { evennessOf } from '../response.ts';
import { type Framed, representationOf } from './representation.ts';

const people = (count: number, heard: boolean, region: string, days = 100): Framed[] =>
  Array.from({ length: count }, (_, at) => ({ heard, facts: { Region: region }, days: days + at }));

describe('are those heard like the silent', () => {
  test('perfectly even is 1, and nothing is named', () => {
    const even = representationOf([
      ...people(5, true, 'North'),
      ...people(5, false, 'North'),
      ...people(5, true, 'South'),
      ...people(5, false, 'South'),
    ])!;
    expect(even.facts).toEqual([{ fact: 'Region', evenness: 1, apart: [] }]);
    expect(even.words).toBe('Nothing that is known of them tells those heard from the silent.');
  });

  test('a region that kept silent lowers it, and is named with both shares', () => {
    const uneven = representationOf([
      ...people(8, true, 'North'),
      ...people(2, false, 'North'),
      ...people(2, true, 'South'),
      ...people(8, false, 'South'),
    ])!;
    // 20 invited, half heard: S = sqrt((10 * 0.3^2 + 10 * 0.3^2) / 19).
    expect(uneven.facts[0]!.evenness).toBeCloseTo(1 - 2 * Math.sqrt(1.8 / 19), 10);
    expect(uneven.facts[0]!.apart[0]).toMatchObject({ words: '80% of those heard, 20% of the silent' });
    expect(uneven.words).toContain('Region');
  });

  test('below five on a side one person would make a difference, so nothing is said', () => {
    expect(representationOf([...people(4, true, 'North'), ...people(20, false, 'South')])).toBeNull();
  });

  test('time in the role is compared too', () => {
    const later = representationOf([...people(8, true, 'North', 900), ...people(8, false, 'North', 10)])!;
    expect(later.facts).toEqual([]);
    expect(later.words).toContain('time in the role');
  });
});

test('counts each value as a look through all people for it does, to the last digit and in the same order', () => {
  const drawn = fc.record({
    heard: fc.boolean(),
    facts: fc.dictionary(fc.constantFrom('Region', 'Plan'), fc.constantFrom('a', 'b', 'c', 'Not known')),
    days: fc.nat(2000),
  });
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 10, maxLength: 60 }), (frame) => {
      const [heard, silent] = [true, false].map((is) => frame.filter((one) => one.heard === is));
      const found = representationOf(frame);
      for (const { fact, evenness, apart } of found?.facts ?? []) {
        const valueIn = ({ facts }: Framed) => facts[fact] ?? 'Not known';
        const have = (side: Framed[], value: string) => side.filter((one) => valueIn(one) === value).length;
        const values = [...new Set([...heard!, ...silent!].map(valueIn))];
        const strata = values.map((value) => ({
          responded: have(heard!, value),
          invited: have(heard!, value) + have(silent!, value),
        }));
        expect(evenness).toBe(evennessOf(strata));
        for (const one of apart)
          expect([one.heard, one.silent]).toEqual([have(heard!, one.value), have(silent!, one.value)]);
        const sizes = apart.map(({ difference }) => Math.abs(difference ?? Number.POSITIVE_INFINITY));
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      }
    }),
  );
});

test('standardised differences as Austin 2009 writes them', () => {
  expect(standardisedShares({ first: { have: 8, of: 10 }, second: { have: 2, of: 10 } })).toBeCloseTo(
    0.6 / Math.sqrt(0.16),
    10,
  );
  expect(standardisedShares({ first: { have: 3, of: 3 }, second: { have: 5, of: 5 } })).toBe(0);
  expect(standardisedShares({ first: { have: 3, of: 3 }, second: { have: 0, of: 5 } })).toBeNull();
  expect(standardisedMeans([1, 2, 3], [2, 3, 4])).toBeCloseTo(-1, 10);
  expect(standardisedMeans([1], [2, 3])).toBeNull();
});
