import { chiSquareQuantile1, zFor } from './distributions.ts';

/** A share and its interval, all 0 to 1. */
export interface ShareRange {
  readonly share: number;
  readonly lo: number;
  readonly hi: number;
}

/**
 * Wilson's interval of a share (a response rate, a top box). `of` must be above 0.
 * Source: Wilson 1927, J. Am. Stat. Assoc. 22(158).
 */
export function wilson(count: number, of: number, confidence = 0.95): ShareRange {
  return { share: count / of, ...wilsonBounds(count, of, zFor(confidence) ** 2) };
}

/**
 * Intervals that hold for all shares of one bar at once, in the order of the counts. For the error bars of a stacked
 * bar; they say nothing about a difference of two shares.
 * Source: Goodman 1965, Technometrics 7(2).
 */
export function goodman(counts: readonly number[], confidence = 0.95): ShareRange[] {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const b = chiSquareQuantile1(1 - (1 - confidence) / counts.length);
  return counts.map((count) => ({ share: count / n, ...wilsonBounds(count, n, b) }));
}

/** Both intervals solve the same quadratic; only the squared quantile differs. */
function wilsonBounds(count: number, n: number, b: number): { lo: number; hi: number } {
  const spread = Math.sqrt(b * (b + (4 * count * (n - count)) / n));
  const bound = (sign: 1 | -1) => (b + 2 * count + sign * spread) / (2 * (n + b));
  return { lo: Math.max(0, bound(-1)), hi: Math.min(1, bound(1)) };
}
