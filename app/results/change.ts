import { intervalP } from './arithmetic/chance.ts';
import { answersIn } from './arithmetic/counts.ts';
import { mover, permutationP } from './arithmetic/difference.ts';
import {
  type Basis,
  type Estimate,
  type Heard,
  leadingBasis,
  perAccountEstimate,
  perPersonEstimate,
} from './arithmetic/estimate.ts';
import type { Range } from './arithmetic/interval.ts';
import { isInConfidence } from './confidence/policy.ts';
import { quietEstimate } from './confidence/shown-estimate.ts';
import type { Score } from './figure.ts';
import { heardIn } from './heard.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';

declare const unit: unique symbol;

/** Points from -200 to +200 by which a score moved; not a score. */
export type Change = number & { readonly [unit]: 'change' };

/** `same` is said only of two groups in which everybody was heard. */
export type Verdict = 'up' | 'down' | 'same' | 'cant_tell';

/** How p was found: exact over all deals of few answers, or by turning the drawn interval around. */
export type PMethod = 'permutation' | 'interval';

export interface Measured {
  readonly basis: Basis;
  /** The two scores on the basis they are compared on, which need not be the one that leads elsewhere. */
  readonly from: Score;
  readonly to: Score;
  readonly points: Change;
  /** null when everybody was heard on both sides: then the difference is exact. */
  readonly interval: Range | null;
  readonly verdict: Verdict;
  /** Chance of a difference at least this large if there were none; null where nothing is left to chance. */
  readonly p: number | null;
  readonly pMethod: PMethod | null;
}

/** Up to so many answers on both sides together every deal of them is looked at (DOMAIN 2.1). */
const EXACT_UP_TO = 60;

/**
 * How far the second sample's score lies from the first's, both of one persona: MOVER on the two intervals that are
 * drawn. Compared per person when people lead on both sides, else per account.
 * Source: Zou and Donner 2008; which intervals, and which p, DOMAIN 2.4 and 8.3.
 */
export function measureChange(first: Sample<ScoreScale>, second: Sample<ScoreScale>): Measured {
  if (first.persona.id !== second.persona.id) {
    throw new RangeError('A change needs one persona; between two personas there is a gap.');
  }
  const [before, after] = [heardIn(first), heardIn(second)];
  const quiet = isInConfidence(first.confidentiality) && isInConfidence(second.confidentiality);
  const [from, to] = quiet ? [quietEstimate(first), quietEstimate(second)] : onOneBasis(before, after);
  const { points, lo, hi } = mover(from, to);
  const everybody = from.kind === 'census' && to.kind === 'census';
  return {
    basis: to.basis,
    from: from.score as Score,
    to: to.score as Score,
    points: points as Change,
    interval: everybody ? null : { lo, hi },
    verdict: verdictOf({ lo, hi }, everybody),
    ...(everybody ? { p: null, pMethod: null } : chanceOf([from, to], quiet ? null : [before, after])),
  };
}

/** Scores that count people and scores that count accounts are two things; a change needs two of one kind. */
function onOneBasis(before: Heard, after: Heard): [Estimate, Estimate] {
  const peopleLead = leadingBasis(before) === 'person' && leadingBasis(after) === 'person';
  return peopleLead || before.accounts === null || after.accounts === null
    ? [perPersonEstimate(before), perPersonEstimate(after)]
    : [perAccountEstimate(before.accounts), perAccountEstimate(after.accounts)];
}

/** Null for answers given in confidence, of which a deal of every answer would tell more than what is shown. */
function chanceOf(
  [from, to]: [Estimate, Estimate],
  answers: [Heard, Heard] | null,
): { p: number; pMethod: PMethod } {
  const [before, after] = answers ?? [];
  const few = before && after && answersIn(before.counts) + answersIn(after.counts) <= EXACT_UP_TO;
  if (few && from.kind === 'score' && to.kind === 'score')
    return { p: permutationP(before.counts, after.counts), pMethod: 'permutation' };
  return { p: intervalP(from, to), pMethod: 'interval' };
}

function verdictOf({ lo, hi }: Range, everybody: boolean): Verdict {
  if (lo > 0) return 'up';
  if (hi < 0) return 'down';
  return everybody ? 'same' : 'cant_tell';
}
