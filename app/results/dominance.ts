import { perAccountScore } from './arithmetic/accounts.ts';
import { effectiveAccounts } from './arithmetic/by-size.ts';
import { countsOf } from './arithmetic/counts.ts';
import { scoreOf } from './arithmetic/score.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';

/** One account that gave more than a quarter of the answers. */
export interface Largest {
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly answers: number;
  /** 0 to 1. */
  readonly share: number;
}

/** Where a few accounts speak for many; every part is null when there is nothing to flag. */
export interface Dominance {
  readonly largest: Largest | null;
  /** The answers weigh like those of fewer than eight accounts. */
  readonly effectiveAccounts: number | null;
  /** Per-account minus per-person score, when they are more than 20 points apart: then this is the headline. */
  readonly apart: number | null;
}

export const NO_DOMINANCE: Dominance = { largest: null, effectiveAccounts: null, apart: null };

const LARGE_SHARE = 0.25;
const FEW_ACCOUNTS = 8;
const FAR_APART = 20;

/**
 * A share over a quarter, fewer than eight effective accounts, or two scores more than 20 points apart.
 * Source: DOMAIN 2.5.
 */
export function dominanceOf(sample: Sample<ScoreScale>): Dominance {
  if (sample.n === 0 || sample.within !== null || !sample.accountsKnown) return NO_DOMINANCE;
  const effective = effectiveAccounts(sample.bySize);
  const apart = perAccountScore(sample.bySize) - (scoreOf(countsOf(sample.histogram)) ?? 0);
  return {
    largest: largestIn(sample),
    effectiveAccounts: effective < FEW_ACCOUNTS ? effective : null,
    apart: Math.abs(apart) > FAR_APART ? apart : null,
  };
}

/** The same flag where answers are no scores; people outside any account speak for themselves only. */
export function largestIn(sample: Sample): Largest | null {
  if (sample.n === 0 || sample.within !== null || !sample.accountsKnown) return null;
  const { largest } = sample;
  if (!largest || !isLarge(largest.people, sample.n)) return null;
  const { accountId, accountName, people } = largest;
  return { accountId, accountName, answers: people, share: people / sample.n };
}

/** More than a quarter of the answers. */
export function isLarge(answers: number, of: number): boolean {
  return answers / of > LARGE_SHARE;
}
