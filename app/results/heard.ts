import { countsOf } from './arithmetic/counts.ts';
import type { Heard } from './arithmetic/estimate.ts';
import { isInConfidence } from './confidence/policy.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';

/** The bridge from a sample to the arithmetic room. */
export function heardIn(sample: Sample<ScoreScale>): Heard {
  // In confidence nothing weighs by account, and nothing by how many are silent.
  const open = !isInConfidence(sample.confidentiality);
  const byVoice = open && sample.within === null && sample.accountsKnown && sample.n > 0;
  return {
    counts: countsOf(sample.histogram),
    accounts: byVoice ? sample.bySize : null,
    known: open ? sample.known : null,
  };
}
