import { answersIn, type Counts } from './counts.ts';

/**
 * The accounts that gave equally many answers, taken together. Whole numbers, so that they add up to the same in whatever
 * order, and all that "each account counts once" needs to know of however many accounts.
 */
export interface BySize {
  /** Answers of each of them, 1 or more. */
  readonly size: number;
  readonly accounts: number;
  /** Sum over the accounts of promoters minus detractors. */
  readonly net: number;
  /** Sum over the accounts of the square of promoters minus detractors. */
  readonly netSquares: number;
}

/** Smallest first. Accounts without an answer are in none. */
export function bySizeOf(accounts: readonly Counts[]): BySize[] {
  const sizes = new Map<number, BySize>();
  for (const counts of accounts) {
    const size = answersIn(counts);
    const net = counts.promoters - counts.detractors;
    if (size > 0) sizes.set(size, withAccount(sizes.get(size), { size, accounts: 1, net }));
  }
  return inOrder(sizes.values());
}

/** One more account of this size, or one less where `accounts` is -1. */
export function withAccount(
  known: BySize | undefined,
  { size, accounts, net }: { size: number; accounts: 1 | -1; net: number },
): BySize {
  return {
    size,
    accounts: (known?.accounts ?? 0) + accounts,
    net: (known?.net ?? 0) + accounts * net,
    netSquares: (known?.netSquares ?? 0) + accounts * net ** 2,
  };
}

/** Adding fractions in one order gives one sum, to the last bit. */
export function inOrder(sizes: Iterable<BySize>): BySize[] {
  return [...sizes].sort((a, b) => a.size - b.size);
}

export function accountsIn(sizes: readonly BySize[]): number {
  return sizes.reduce((sum, { accounts }) => sum + accounts, 0);
}

/**
 * n^2 / sum of squares: 60 answers of 93 at one account weigh like 2.3 accounts.
 * Source: Kish 1965, Survey Sampling, on unequal weights; DOMAIN 2.1, dominance.
 */
export function effectiveAccounts(sizes: readonly BySize[]): number {
  const answers = sizes.reduce((sum, { size, accounts }) => sum + size * accounts, 0);
  return answers ** 2 / sizes.reduce((sum, { size, accounts }) => sum + size ** 2 * accounts, 0);
}
