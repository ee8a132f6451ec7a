import { byAccount } from './arithmetic/accounts.ts';
import { answersIn } from './arithmetic/counts.ts';
import { voicesIn } from './heard.ts';
import { type AccountAnswers, OUTSIDE, type Sample } from './sample.ts';
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

/** The same flag where answers are no scores; people outside any account speak for themselves only. */
export function largestIn(sample: Sample): Largest | null {
  if (sample.n === 0 || sample.within !== null || !sample.accountsKnown) return null;
  const accounts = sample.perAccount
    .filter(({ accountId }) => accountId !== OUTSIDE)
    .map((account) => ({ account, answers: peopleOf(account) }));
  const [top] = accounts.sort((a, b) => b.answers - a.answers);
  if (!top || top.answers / sample.n <= LARGE_SHARE) return null;
  const { accountId, accountName = null } = top.account;
  return { accountId, accountName, answers: top.answers, share: top.answers / sample.n };
}

function peopleOf({ people, counts }: AccountAnswers): number {
  return people ?? counts.reduce((sum, count) => sum + count, 0);
}
