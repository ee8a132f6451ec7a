import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brandInks, contrast, LEGIBLE, legibleOn, PAPERS } from './contrast.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((all) => `#${all.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  test('is what WCAG says it is', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#ffffff', '#ffffff')).toBe(1);
    // https://webaim.org/resources/contrastchecker: grey #777777 on white misses by a hair.
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});

describe('whatever colour is chosen', () => {
  test('words in it and on it can be read in both schemes', () => {
    fc.assert(
      fc.property(colour, (chosen) => {
        const inks = brandInks(chosen);
        expect(contrast(inks.light, PAPERS.light)).toBeGreaterThanOrEqual(LEGIBLE);
        expect(contrast(inks.dark, PAPERS.dark)).toBeGreaterThanOrEqual(LEGIBLE);
        expect(contrast(inks.onFill, inks.fill)).toBeGreaterThanOrEqual(LEGIBLE);
      }),
      { numRuns: 2000 },
    );
  });

  test('one that can be read stays as it is', () => {
    expect(legibleOn('#1a7f37', PAPERS.light)).toBe('#1a7f37');
    expect(legibleOn('#ffd400', PAPERS.dark)).toBe('#ffd400');
    expect(legibleOn('#ffd400', PAPERS.light)).not.toBe('#ffd400');
  });
});
