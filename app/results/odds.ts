import { chanceAbove } from './arithmetic/bayes.ts';
import { countsOf } from './arithmetic/counts.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';
import { showingOf } from './showing.ts';
import { THRESHOLDS } from './thresholds.ts';

/**
 * How likely (0 to 1) the persona's true score lies above `threshold` points, for "78 % likely above +30":
 * a Dirichlet posterior with Jeffreys' prior, every person counted once, no end to the persona assumed.
 * null when no score may be shown.
 * Source: DOMAIN 2.1, Bayesian Dirichlet; Jeffreys 1946 for the prior.
 */
export function oddsAbove(
  sample: Sample<ScoreScale>,
  threshold: number,
  thresholds = THRESHOLDS,
): number | null {
  if (showingOf(sample, thresholds) !== 'shown') return null;
  return chanceAbove(countsOf(sample.histogram), threshold);
}
