import { type Estimate, leadingEstimate } from '../arithmetic/estimate.ts';
import type { Figure } from '../figure.ts';
import { heardIn } from '../heard.ts';
import type { Sample } from '../sample.ts';
import type { ScoreScale } from '../scale.ts';
import { isInConfidence } from './policy.ts';

/**
 * The leading estimate of a shown score. In confidence it is what is shown and nothing behind it, so that a gap or a change
 * says no more than the two scores beside it.
 */
export function shownEstimate(sample: Sample<ScoreScale>, figure: Figure): Estimate {
  return quietEstimate(figure) ?? leadingEstimate(heardIn(sample));
}

/** Null where answers were not given in confidence. */
export function quietEstimate({ score, interval, confidentiality }: Figure): Estimate | null {
  if (!isInConfidence(confidentiality) || score === null || interval.kind === 'none') return null;
  return { basis: 'person', kind: 'score', score, lo: interval.lo, hi: interval.hi };
}
