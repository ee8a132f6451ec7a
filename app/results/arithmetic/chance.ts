import { mover } from './difference.ts';
import type { Estimate } from './estimate.ts';
import type { Range } from './interval.ts';

/** Beyond these nobody reads on. */
const SMALLEST = 1e-6;
const STEPS = 40;

/**
 * The p that belongs to a drawn difference: the smallest 1 - confidence at which the MOVER range of the two
 * intervals leaves 0 out, since test and interval are duals. For every kind of interval, so that a correction for
 * several looks never contradicts what is drawn: it is below 0.05 exactly when 0 is outside the range of 95 %.
 * Source: Casella and Berger 2002, Statistical Inference 9.2; Zou and Donner 2008 for the range.
 */
export function intervalP(first: Estimate, second: Estimate): number {
  const leavesZeroOut = (p: number) => {
    const { lo, hi } = mover(at(first, 1 - p), at(second, 1 - p));
    return lo > 0 || hi < 0;
  };
  if (!leavesZeroOut(1 - SMALLEST)) return 1;
  if (leavesZeroOut(SMALLEST)) return SMALLEST;
  let [below, above] = [Math.log(SMALLEST), 0];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (below + above) / 2;
    if (leavesZeroOut(Math.exp(middle))) above = middle;
    else below = middle;
  }
  return Math.exp(above);
}

/** Intervals around a pulled centre can pass the score when they are narrow; then the score is their end. */
function at(estimate: Estimate, confidence: number): Range & { score: number } {
  const { score } = estimate;
  const { lo, hi } = estimate.at(confidence);
  return { score, lo: Math.min(lo, score), hi: Math.max(hi, score) };
}
