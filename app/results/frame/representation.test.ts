import { describe, expect, test } from 'vitest';
import { standardisedMeans, standardisedShares } from '../arithmetic/standardised.ts';
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
