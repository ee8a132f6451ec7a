import { zFor } from '../arithmetic/distributions.ts';
import { type Estimate, leadingEstimate } from '../arithmetic/estimate.ts';
import { heardIn } from '../heard.ts';
import type { Sample } from '../sample.ts';
import type { ScoreScale } from '../scale.ts';
import { isInConfidence } from './policy.ts';
import { readQuietly } from './read-quietly.ts';

/**
 * The leading estimate of a shown score. In confidence it is what is shown and nothing behind it, so that a gap or a change
 * says no more than the two scores beside it.
 */
export function shownEstimate(sample: Sample<ScoreScale>): Estimate {
  return isInConfidence(sample.confidentiality) ? quietEstimate(sample) : leadingEstimate(heardIn(sample));
}

const SHOWN_AT = 0.95;

/** What is shown of a score in confidence, as an estimate; at another confidence its interval grows by the normal's measure. */
export function quietEstimate(sample: Sample<ScoreScale>): Estimate {
  const { score, interval } = readQuietly(sample);
  const at = (confidence: number) => {
    const times = zFor(confidence) / zFor(SHOWN_AT);
    return {
      lo: Math.max(-100, score - times * (score - interval.lo)),
      hi: Math.min(100, score + times * (interval.hi - score)),
    };
  };
  return { basis: 'person', kind: 'score', score, lo: interval.lo, hi: interval.hi, at };
}
