import type { AccountAnswers } from './gathered.ts';

/** Scores as the histograms of accounts that a sample is made of. */
export function groupByAccount(
  rows: readonly { accountId: string | null; accountName: string | null; score: number }[],
): AccountAnswers[] {
  const accounts = new Map<string | null, { accountName: string | undefined; counts: number[] }>();
  for (const { accountId, accountName, score } of rows) {
    let account = accounts.get(accountId);
    if (!account) {
      account = { accountName: accountName ?? undefined, counts: Array.from({ length: 11 }, () => 0) };
      accounts.set(accountId, account);
    }
    account.counts[score] = (account.counts[score] ?? 0) + 1;
  }
  return [...accounts].map(([accountId, account]) => ({ accountId, ...account }));
}
