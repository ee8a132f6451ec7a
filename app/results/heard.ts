import { countsOf } from './arithmetic/counts.ts';
import type { Heard } from './arithmetic/estimate.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';

/** The bridge from a sample to the arithmetic room. */
export function heardIn(sample: Sample<ScoreScale>): Heard {
  const byVoice = sample.within === null && sample.accountsKnown && sample.n > 0;
  return {
    counts: countsOf(sample.histogram),
    accounts: byVoice ? sample.bySize : null,
    known: sample.known,
  };
}
