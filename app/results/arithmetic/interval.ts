import { answersIn, type Counts } from './counts.ts';
import { rootOf, zFor } from './distributions.ts';
import { varianceOf } from './score.ts';

/** Two ends on the line from -100 to +100 (a difference: -200 to +200), in points. */
export interface Range {
  readonly lo: number;
  readonly hi: number;
}

/**
 * The score interval, "iterative score": every true score t that these answers would not contradict. It keeps its
 * promise from n = 1, always holds the printed score, and never leaves -100..+100. The textbook Wald interval is
 * deliberately absent: at n = 5 it covers 74 % when it says 95 %.
 * Source: Tango 1998, Stat. Med. 17; Rocks 2016, Am. Stat. 70(4); coverage in DOMAIN 2.2.
 */
export function tangoInterval(counts: Counts, confidence = 0.95): Range {
  const n = answersIn(counts);
  if (n === 0) throw new RangeError('An interval needs at least one answer.');
  const difference = counts.promoters - counts.detractors;
  const margin = (t: number) => zFor(confidence) * Math.sqrt(n * nullVariance(counts, t));
  const centre = difference / n;
  const lo = centre <= -1 ? -1 : rootOf((t) => margin(t) - (difference - n * t), -1, centre);
  const hi = centre >= 1 ? 1 : rootOf((t) => n * t - difference - margin(t), centre, 1);
  return { lo: 100 * lo, hi: 100 * hi };
}

/**
 * Adjusted Wald (+3): three pseudo-answers (3/4, 3/2, 3/4) pull the centre to 0 and steady the width. The centre is
 * for drawing the interval only; the score that is printed stays the raw one.
 * Source: Rocks 2016, Am. Stat. 70(4); DOMAIN 2.1.
 */
export function adjustedWald(
  counts: Counts,
  confidence = 0.95,
): Range & { centre: number; halfWidth: number } {
  const { centre, standardError } = adjusted(counts);
  const halfWidth = zFor(confidence) * standardError;
  return { ...clipped(centre - halfWidth, centre + halfWidth), centre, halfWidth };
}

/**
 * Centre and standard error, in points, after the three pseudo-answers; also with no answers at all.
 * Source: Rocks 2016, Am. Stat. 70(4).
 */
export function adjusted(counts: Counts): { centre: number; standardError: number } {
  const padded = {
    promoters: counts.promoters + 0.75,
    passives: counts.passives + 1.5,
    detractors: counts.detractors + 0.75,
  };
  const n = answersIn(padded);
  const centre = (100 * (padded.promoters - padded.detractors)) / n;
  return { centre, standardError: 100 * Math.sqrt((varianceOf(padded) ?? 0) / n) };
}

/** Cuts a range to the line it lives on, -100..+100 unless told. */
export function clipped(lo: number, hi: number, limit = 100): Range {
  return { lo: Math.max(-limit, lo), hi: Math.min(limit, hi) };
}

/** Variance per answer if the true score were t: 2q + t(1 - t), q the likeliest detractor share under t. */
function nullVariance(counts: Counts, t: number): number {
  const n = answersIn(counts);
  const a = 2 * n;
  const b = -counts.promoters - counts.detractors + (2 * n - counts.promoters + counts.detractors) * t;
  const c = -counts.detractors * t * (1 - t);
  const q = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
  return Math.max(0, 2 * q + t * (1 - t));
}
