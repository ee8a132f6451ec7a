import { answersIn, type Counts, countsOf } from './arithmetic/counts.ts';
import type { Heard } from './arithmetic/estimate.ts';
import { isInConfidence } from './confidence/policy.ts';
import { type AccountAnswers, OUTSIDE, type Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';

/** One account's voice, or one person outside any account: what "each account counts once" counts. */
export interface Voice {
  readonly account: AccountAnswers;
  readonly counts: Counts;
}

/** The bridge from a sample to the arithmetic room. */
export function heardIn(sample: Sample<ScoreScale>): Heard {
  // In confidence nothing weighs by account, and nothing by how many are silent.
  const open = !isInConfidence(sample.confidentiality);
  const byVoice = open && sample.within === null && sample.accountsKnown && sample.n > 0;
  return {
    counts: countsOf(sample.histogram),
    accounts: byVoice ? voicesIn(sample).map((voice) => voice.counts) : null,
    known: open ? sample.known : null,
  };
}

/** People outside any account speak for themselves only, so each is a voice of one answer. */
export function voicesIn(sample: Sample<ScoreScale>): Voice[] {
  return sample.perAccount.flatMap((account) => {
    const counts = countsOf(account.counts);
    return account.accountId === OUTSIDE ? alone(account, counts) : [{ account, counts }];
  });
}

function alone(account: AccountAnswers, counts: Counts): Voice[] {
  const one = (answer: Partial<Counts>, times: number): Voice[] =>
    Array.from({ length: times }, () => ({
      account,
      counts: { promoters: 0, passives: 0, detractors: 0, ...answer },
    }));
  return [
    ...one({ promoters: 1 }, counts.promoters),
    ...one({ passives: 1 }, counts.passives),
    ...one({ detractors: 1 }, counts.detractors),
  ].filter((voice) => answersIn(voice.counts) > 0);
}
