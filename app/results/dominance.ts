import { byAccount } from './arithmetic/accounts.ts';
import { answersIn } from './arithmetic/counts.ts';
import { voicesIn } from './heard.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';

/** Where a few accounts speak for many; every part is null when there is nothing to flag. */
export interface Dominance {
  /** One account gave more than a quarter of the answers. */
  readonly largest: {
    readonly accountId: string | null;
    readonly accountName: string | null;
    readonly answers: number;
    /** 0 to 1. */
    readonly share: number;
  } | null;
  /** The answers weigh like those of fewer than eight accounts. */
  readonly effectiveAccounts: number | null;
  /** Per-account minus per-person score, when they are more than 20 points apart: then this is the headline. */
  readonly apart: number | null;
}

export const NO_DOMINANCE: Dominance = { largest: null, effectiveAccounts: null, apart: null };

const LARGE_SHARE = 0.25;
const FEW_ACCOUNTS = 8;
const FAR_APART = 20;

export function dominanceOf(sample: Sample<ScoreScale>): Dominance {
  if (sample.n === 0 || sample.within !== null || !sample.accountsKnown) return NO_DOMINANCE;
  const voices = voicesIn(sample);
  const reading = byAccount(voices.map((voice) => voice.counts));
  const apart = reading.perAccount - reading.perPerson;
  const largest = voices.reduce((top, next) => (answersIn(next.counts) > answersIn(top.counts) ? next : top));
  return {
    largest:
      reading.largestShare > LARGE_SHARE
        ? {
            accountId: largest.account.accountId,
            accountName: largest.account.accountName ?? null,
            answers: answersIn(largest.counts),
            share: reading.largestShare,
          }
        : null,
    effectiveAccounts: reading.effectiveAccounts < FEW_ACCOUNTS ? reading.effectiveAccounts : null,
    apart: Math.abs(apart) > FAR_APART ? apart : null,
  };
}
