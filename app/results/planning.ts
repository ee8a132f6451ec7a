import { normalQuantile, zFor } from './arithmetic/distributions.ts';
import { adjustedWald } from './arithmetic/interval.ts';

/** The shares of promoters and detractors one expects, 0 to 1. */
export interface Expected {
  readonly promoters: number;
  readonly detractors: number;
}

/**
 * Answers needed for an interval of +- `margin` points, by adjusted Wald: z^2 v / E^2 - 3; from a known number
 * of people fewer: n / (1 + (n - 1)/N). Rounded up.
 * Source: Rocks 2016 for the interval that is solved for n; Cochran 1977, Sampling Techniques 4.4, for a known number of
 * people; DOMAIN 2.1.
 */
export function answersForMargin(
  margin: number,
  expected: Expected,
  known: number | null = null,
  confidence = 0.95,
): number {
  const endless = (zFor(confidence) ** 2 * varianceOf(expected)) / (margin / 100) ** 2 - 3;
  return Math.ceil(known === null ? endless : endless / (1 + (endless - 1) / known));
}

/**
 * Answers needed in each of two waves to find a change of `change` points with the given power.
 * Source: Sauro and Lewis, MeasuringU, nps-sig-test-sample-size; DOMAIN 2.1.
 */
export function answersPerWave(
  change: number,
  before: Expected,
  after: Expected,
  power = 0.8,
  confidence = 0.95,
): number {
  const reach = (zFor(confidence) + normalQuantile(power)) ** 2;
  return Math.ceil((reach * (varianceOf(before) + varianceOf(after))) / (change / 100) ** 2 - 3);
}

/**
 * Half the width, in points, of the interval that `n` answers will have if the expected shares come true.
 * Source: Rocks 2016, Am. Stat. 70(4); DOMAIN 2.6.
 */
export function plannedHalfWidth(n: number, expected: Expected, confidence = 0.95): number {
  const promoters = n * expected.promoters;
  const detractors = n * expected.detractors;
  return adjustedWald({ promoters, passives: n - promoters - detractors, detractors }, confidence).halfWidth;
}

function varianceOf({ promoters, detractors }: Expected): number {
  return promoters + detractors - (promoters - detractors) ** 2;
}
