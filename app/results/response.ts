import { tippingPoint } from './arithmetic/finite.ts';
import { type ShareRange, wilson } from './arithmetic/shares.ts';
import { figureOf } from './figure.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';
import { THRESHOLDS } from './thresholds.ts';

// Counting people is free across personas (DOMAIN R3); only `tippingPointOf` reads answers, of one sample.

/**
 * Responses of all deliveries that were eligible, as a share with Wilson's interval; null when nothing was delivered.
 * Source: Wilson 1927; the rate itself DOMAIN 2.7.
 */
export function responseRate(responded: number, delivered: number): ShareRange | null {
  return delivered === 0 ? null : wilson(responded, delivered);
}

/** One stratum of the invited people of one persona: an account size band, a region. */
export interface Stratum {
  readonly invited: number;
  readonly responded: number;
}

/**
 * How evenly one persona answered across its strata: the R-indicator 1 - 2S, S the spread of the strata's response
 * rates over the invited. 1 is perfectly even; null when fewer than two were invited.
 * Source: Schouten et al. 2009, Surv. Methodol. 35(1); DOMAIN 2.1.
 */
export function evennessOf(strata: readonly Stratum[]): number | null {
  const invited = strata.reduce((sum, stratum) => sum + stratum.invited, 0);
  if (invited < 2) return null;
  const rate = strata.reduce((sum, stratum) => sum + stratum.responded, 0) / invited;
  const spread = strata
    .filter((stratum) => stratum.invited > 0)
    .reduce((sum, stratum) => sum + stratum.invited * (stratum.responded / stratum.invited - rate) ** 2, 0);
  return 1 - 2 * Math.sqrt(spread / (invited - 1));
}

/**
 * How many of the silent must be detractors to pull the per-person score of everybody known down to `target`
 * points; null when no score may be shown or nobody listed the persona's people.
 * Source: DOMAIN 2.1, tipping point.
 */
export function tippingPointOf(sample: Sample<ScoreScale>, target: number, thresholds = THRESHOLDS) {
  const { perPerson } = figureOf(sample, thresholds);
  if (perPerson === null || sample.known === null) return null;
  return tippingPoint({ score: perPerson, heard: sample.n, known: sample.known, target });
}
