import { answersIn, type Counts } from './counts.ts';

/**
 * Promoters minus detractors in points, -100 to +100, not rounded; null without answers, never 0.
 * Source: Reichheld 2003, Harvard Business Review 81(12); DOMAIN 2.1.
 */
export function scoreOf(counts: Counts): number | null {
  const n = answersIn(counts);
  // One division, last: a true half such as 12.5 stays exactly a half and rounds the right way.
  return n === 0 ? null : (100 * (counts.promoters - counts.detractors)) / n;
}

/**
 * Variance of one answer coded -1, 0, +1: p + d - (p - d)^2. It is 1 when half promote and half detract,
 * 0 when all agree; null without answers.
 * Source: Rocks 2016, Am. Stat. 70(4); DOMAIN 2.1.
 */
export function varianceOf(counts: Counts): number | null {
  const n = answersIn(counts);
  if (n === 0) return null;
  const p = counts.promoters / n;
  const d = counts.detractors / n;
  return p + d - (p - d) ** 2;
}

/**
 * Standard error of the score in points; null without answers.
 * Source: Rocks 2016, Am. Stat. 70(4); DOMAIN 2.1.
 */
export function standardErrorOf(counts: Counts): number | null {
  const variance = varianceOf(counts);
  return variance === null ? null : 100 * Math.sqrt(variance / answersIn(counts));
}
