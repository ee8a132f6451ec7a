import { accountPlus3, perAccountScore } from './accounts.ts';
import type { BySize } from './by-size.ts';
import { answersIn, type Counts } from './counts.ts';
import type { Estimated } from './difference.ts';
import { finiteRanges } from './finite.ts';
import { type Range, tangoInterval } from './interval.ts';
import { scoreOf } from './score.ts';

/** Who counts once in the score: every person, or every account. */
export type Basis = 'person' | 'account';

export type EstimateKind = 'score' | 'account_plus3' | 'finite' | 'census';

export interface Estimate extends Estimated {
  readonly basis: Basis;
  readonly kind: EstimateKind;
  /** The interval of the same kind at another confidence, 0 to 1. */
  readonly at: (confidence: number) => Range;
}

/** Of every interval that is drawn. */
export const CONFIDENCE = 0.95;

export interface Heard {
  /** At least one answer. */
  readonly counts: Counts;
  /** The same answers by account, each with at least one; null when accounts are unknown or there is only one by choice. */
  readonly accounts: readonly BySize[] | null;
  readonly known: number | null;
}

/** Heard of a known list below this share, the list says too little about its silent part. */
const KNOWN_ENOUGH = 0.1;

/**
 * The score that leads and its interval. Of a known list of which a tenth or more was heard, the people lead;
 * else the accounts, as soon as one of them answered twice; else every answer is its own account, and people
 * lead with the score interval.
 * Source: DOMAIN 2.5 and 8.1.
 */
export function leadingEstimate(heard: Heard): Estimate {
  return leadingBasis(heard) === 'account'
    ? perAccountEstimate(heard.accounts ?? [])
    : perPersonEstimate(heard);
}

/**
 * Whether people or accounts count once in the score that leads.
 * Source: DOMAIN 2.5 and 8.1.
 */
export function leadingBasis({ counts, accounts, known }: Heard): Basis {
  if (isKnownEnough(counts, known) || accounts === null) return 'person';
  return accounts.some(({ size }) => size > 1) ? 'account' : 'person';
}

/**
 * Every person counts once: the score interval, or that of a known list of which enough were heard.
 * Source: Tango 1998; of people known by number DOMAIN 2.3.
 */
export function perPersonEstimate({ counts, known }: Heard): Estimate {
  const score = scoreOf(counts) ?? 0;
  if (known === null || !isKnownEnough(counts, known)) {
    return estimate('person', 'score', score, (confidence) => tangoInterval(counts, confidence));
  }
  if (known === answersIn(counts))
    return estimate('person', 'census', score, () => ({ lo: score, hi: score }));
  return estimate('person', 'finite', score, finiteRanges(counts, known));
}

/**
 * Every account counts once, with account+3.
 * Source: DOMAIN 2.5.
 */
export function perAccountEstimate(accounts: readonly BySize[]): Estimate {
  const score = perAccountScore(accounts);
  return estimate('account', 'account_plus3', score, (confidence) => accountPlus3(accounts, confidence));
}

function estimate(basis: Basis, kind: EstimateKind, score: number, at: Estimate['at']): Estimate {
  return { basis, kind, score, ...at(CONFIDENCE), at };
}

function isKnownEnough(counts: Counts, known: number | null): known is number {
  return known !== null && known > 0 && answersIn(counts) / known >= KNOWN_ENOUGH;
}
