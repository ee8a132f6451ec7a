import { answersIn, type Counts } from './counts.ts';
import { logGamma, normalCdf, tFor, tTwoSided, zFor } from './distributions.ts';
import { adjusted, clipped, type Range } from './interval.ts';
import { scoreOf } from './score.ts';

/** A score with the range it may lie in; the range is the score itself when everybody was heard. */
export interface Estimated extends Range {
  readonly score: number;
}

/**
 * MOVER: the range of second - first from the two ranges already on screen, so that the difference can never
 * contradict them. Works for any pair of intervals: score, account+3, finite, census.
 * Source: Zou and Donner 2008, Stat. Med. 27; DOMAIN 2.4.
 */
export function mover(first: Estimated, second: Estimated): Range & { points: number } {
  const points = second.score - first.score;
  const down = Math.hypot(second.score - second.lo, first.hi - first.score);
  const up = Math.hypot(second.hi - second.score, first.score - first.lo);
  return { points, ...clipped(points - down, points + up, 200) };
}

/**
 * Two-sample test on adjusted Wald. `points` is raw, the rest is after the pseudo-answers.
 * Source: Rocks 2016, Am. Stat. 70(4); DOMAIN 2.1.
 */
export function adjustedWaldDifference(first: Counts, second: Counts, confidence = 0.95) {
  const before = adjusted(first);
  const after = adjusted(second);
  const difference = after.centre - before.centre;
  const standardError = Math.hypot(before.standardError, after.standardError);
  const z = difference / standardError;
  const halfWidth = zFor(confidence) * standardError;
  return {
    points: (scoreOf(second) ?? 0) - (scoreOf(first) ?? 0),
    adjustedPoints: difference,
    standardError,
    z,
    p: 2 * normalCdf(-Math.abs(z)),
    ...clipped(difference - halfWidth, difference + halfWidth, 200),
  };
}

/**
 * Exact two-sided permutation p: of all ways to deal the answers to two waves of these sizes, the share whose
 * scores differ at least as much. Whole numbers decide "at least as much", so ties never hang on rounding.
 * Source: Pitman 1937, Suppl. J. R. Stat. Soc. 4(1); DOMAIN 2.1.
 */
export function permutationP(first: Counts, second: Counts): number {
  const sizes = [answersIn(first), answersIn(second)] as const;
  const pooled = {
    promoters: first.promoters + second.promoters,
    passives: first.passives + second.passives,
    detractors: first.detractors + second.detractors,
  };
  const net = pooled.promoters - pooled.detractors;
  const apart = (firstNet: number) => Math.abs(firstNet * sizes[1] - (net - firstNet) * sizes[0]);
  const observed = apart(first.promoters - first.detractors);
  const ways = logChoose(answersIn(pooled), sizes[0]);
  let p = 0;
  for (let up = 0; up <= Math.min(pooled.promoters, sizes[0]); up += 1) {
    for (let down = 0; down <= Math.min(pooled.detractors, sizes[0] - up); down += 1) {
      const rest = sizes[0] - up - down;
      if (rest > pooled.passives || apart(up - down) < observed) continue;
      const log =
        logChoose(pooled.promoters, up) +
        logChoose(pooled.detractors, down) +
        logChoose(pooled.passives, rest);
      p += Math.exp(log - ways);
    }
  }
  return Math.min(1, p);
}

/** -1 detractor, 0 passive, +1 promoter. */
export type ClassValue = -1 | 0 | 1;

/** The same people heard twice. The t interval may be shown only when at least ten of them changed class. */
export interface Paired {
  readonly n: number;
  readonly changed: number;
  readonly points: number;
  readonly standardError: number;
  readonly lo: number;
  readonly hi: number;
  /** Two-sided p of the paired t test; null when nobody's change differs from another's. */
  readonly pT: number | null;
  /** Exact two-sided p when each change could as well have gone the other way. */
  readonly pSignFlip: number;
}

/**
 * The same people held against themselves: the mean change with its t interval, and both p.
 * Source: Student 1908, Biometrika 6(1), for the interval and its p; Fisher 1935, The Design of Experiments 21, for the
 * flipped signs; DOMAIN 2.1.
 */
export function paired(
  pairs: readonly { before: ClassValue; after: ClassValue }[],
  confidence = 0.95,
): Paired {
  const n = pairs.length;
  const changes = pairs.map((pair) => pair.after - pair.before);
  const mean = changes.reduce((sum, change) => sum + change, 0) / n;
  const squares = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0);
  const standardError = n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n);
  const halfWidth = standardError === 0 ? 0 : tFor(confidence, n - 1) * standardError;
  return {
    n,
    changed: changes.filter((change) => change !== 0).length,
    points: 100 * mean,
    standardError: 100 * standardError,
    lo: 100 * (mean - halfWidth),
    hi: 100 * (mean + halfWidth),
    pT: standardError === 0 ? null : tTwoSided(mean / standardError, n - 1),
    pSignFlip: signFlipP(changes),
  };
}

/** Adds the changes one at a time, each as likely up as down, and keeps the chance of every running sum. */
function signFlipP(changes: readonly number[]): number {
  const observed = Math.abs(changes.reduce((sum, change) => sum + change, 0));
  let chances = new Map([[0, 1]]);
  for (const change of changes.filter((each) => each !== 0)) {
    const next = new Map<number, number>();
    for (const [sum, chance] of chances) {
      for (const end of [sum + change, sum - change]) next.set(end, (next.get(end) ?? 0) + chance / 2);
    }
    chances = next;
  }
  return [...chances].reduce((p, [sum, chance]) => (Math.abs(sum) >= observed ? p + chance : p), 0);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
