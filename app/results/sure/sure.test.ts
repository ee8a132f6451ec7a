import { describe, expect, test } from 'vitest';
import { classesOf, persona, sampleOf } from '#tests/support/samples.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { neededBy, sureOf, tippingWords, USUAL } from './sure.ts';

const ABOVE_30 = { bound: 'lower', comparison: 'above', threshold: 30 } as const;

describe('how sure a figure is', () => {
  test('48 of these 60 for ±10 points, as DOMAIN 2.6 quotes it', () => {
    const needed = neededBy(persona('buyer'), USUAL, 60);
    expect(needed.words).toMatch(
      /^For ±10 points 48 of these 60 buyers would have to answer, for ±20 points \d+\.$/,
    );
    expect(neededBy(persona('buyer'), USUAL, null).margins).toEqual([
      { points: 10, answers: 232 },
      { points: 20, answers: 56 },
    ]);
    expect(needed.change).toEqual({ points: 20, answersPerWave: 237 });
  });

  test('of the 28 silent, 6 detractors would pull +50 below +30', () => {
    const sample = sampleOf(classesOf(7, 4, 1), { known: 40, persona: 'buyer' });
    const { tipping } = sureOf(sample, ABOVE_30, THRESHOLDS)!;
    expect(tipping!.words).toBe('Of the 28 not heard, 6 detractors would pull +50 below +30.');
  });

  test('says so where they end on the line, and where even all of them could not', () => {
    const words = { silent: 28, detractorsNeeded: 6, possible: true };
    expect(tippingWords(50, 30, { ...words, isExact: true })).toContain('pull +50 down to +30');
    expect(tippingWords(80, -50, { ...words, possible: false })).toBe(
      'Even if all 28 not heard were detractors, +80 would stay above −50.',
    );
  });

  test('without a list of the silent, or below the line already, nobody can pull it', () => {
    expect(sureOf(sampleOf(classesOf(7, 4, 1)), ABOVE_30, THRESHOLDS)!.tipping).toBeNull();
    expect(sureOf(sampleOf(classesOf(4, 4, 4), { known: 40 }), ABOVE_30, THRESHOLDS)!.tipping).toBeNull();
  });

  test('a chance is said of an endless persona and of a rule, and of nothing else', () => {
    const endless = sampleOf(classesOf(12, 5, 3));
    expect(sureOf(endless, ABOVE_30, THRESHOLDS)!.odds!.words).toMatch(/^\d+% likely above \+30/);
    expect(sureOf(endless, null, THRESHOLDS)!.odds).toBeNull();
    expect(sureOf(sampleOf(classesOf(12, 5, 3), { known: 30 }), ABOVE_30, THRESHOLDS)!.odds).toBeNull();
  });

  test('of what may not be shown there is nothing to be sure of', () => {
    expect(sureOf(sampleOf(classesOf(4, 0, 0)), ABOVE_30, THRESHOLDS)).toBeNull();
    expect(
      sureOf(sampleOf(classesOf(4, 0, 0), { confidentiality: 'confidential' }), null, THRESHOLDS),
    ).toBeNull();
  });
});
