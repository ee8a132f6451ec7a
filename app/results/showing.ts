import { mayShow } from './confidence/may-show.ts';
import { isInConfidence, policyFor } from './confidence/policy.ts';
import type { Sample } from './sample.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * What may be shown of a sample. `answers_only` and `too_few_accounts` list the answers, which is lawful only
 * where respondents agreed to be seen; on a confidential wave the same shortage is `withheld`, and nothing is
 * listed. `none` is "no answers", which is not a score of 0; in confidence that nobody answered is withheld as well.
 */
export type Showing = 'shown' | 'answers_only' | 'too_few_accounts' | 'withheld' | 'none';

export function showingOf(sample: Sample, thresholds: Thresholds): Showing {
  const wide = isWide(sample, thresholds);
  if (isInConfidence(sample.confidentiality))
    return wide && isHidden(sample, thresholds) ? 'shown' : 'withheld';
  if (sample.n === 0) return 'none';
  if (sample.n < thresholds.showAnswers) return 'answers_only';
  return wide ? 'shown' : 'too_few_accounts';
}

/** What a score, a share or a median would need, in one sentence; null when there is one. */
export function shortage(
  sample: Sample,
  thresholds: Thresholds,
  what: 'A score' | 'A share' | 'A median' = 'A score',
): string | null {
  switch (showingOf(sample, thresholds)) {
    case 'shown':
      return null;
    case 'none':
      return 'No answers.';
    case 'answers_only':
      return `${what} needs ${thresholds.showAnswers} answers.`;
    case 'too_few_accounts':
      return `${what} needs answers from ${thresholds.showAccounts} accounts.`;
    case 'withheld':
      if (sample.within !== null) return 'Answers given in confidence are not shown for one account.';
      return `Answers given in confidence show from ${thresholds.showAnswers} people at ${thresholds.showAccounts} accounts on.`;
  }
}

/** How many preferred not to say; null in confidence, where one of them could be told. */
export function declinedIn(sample: Sample): number | null {
  return isInConfidence(sample.confidentiality) ? null : sample.declined;
}

/**
 * One account's view is not the persona's. Where accounts are unknown a confidential wave withholds: it knows them, and
 * somebody left them out. An unlinkable one never kept them, so five people suffice (DOMAIN 8.4).
 */
function isWide(sample: Sample, thresholds: Thresholds): boolean {
  if (sample.within !== null) return true;
  if (!sample.accountsKnown) return sample.confidentiality !== 'confidential';
  return voiceCount(sample) >= thresholds.showAccounts;
}

/** Enough people, and a filter leaves out enough of them, or anyone could subtract those from the unfiltered figure. */
function isHidden({ n, leftOut }: Sample, thresholds: Thresholds): boolean {
  return mayShow({ people: n }, [{ people: n + leftOut }], [], policyFor(thresholds));
}

function voiceCount(sample: Sample): number {
  return sample.accountCount + sample.outside;
}
