import { perAccountEstimate, perPersonEstimate } from '../arithmetic/estimate.ts';
import { displayRound } from '../display.ts';
import { NO_DOMINANCE } from '../dominance.ts';
import { heardIn } from '../heard.ts';
import type { Sample } from '../sample.ts';
import type { ScoreScale } from '../scale.ts';
import { spanning, widened } from './coarse.ts';
import { EXACT_FROM } from './policy.ts';

/**
 * The score of answers given in confidence. Every person counts once and no account is counted beside it: two scores that
 * weigh the same people differently tell the sums of a few of them. The interval spans both ways of counting all the same,
 * so that an account of many answers promises no certainty.
 */
export function readQuietly(sample: Sample<ScoreScale>) {
  const { counts } = heardIn(sample);
  const people = perPersonEstimate({ counts, accounts: null, known: null });
  const range = widened(sample.accountsKnown ? spanning(people, perAccountEstimate(sample.bySize)) : people);
  const exact = sample.n >= EXACT_FROM;
  const score = displayRound(people.score);
  return {
    score,
    basis: 'person',
    perPerson: score,
    perAccount: null,
    interval: { kind: 'score', lo: Math.max(-100, range.lo), hi: Math.min(100, range.hi) },
    bounds: null,
    counts: exact ? counts : null,
    histogram: exact ? sample.histogram : null,
    answers: null,
    dominance: NO_DOMINANCE,
  } as const;
}
