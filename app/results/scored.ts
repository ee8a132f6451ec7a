import type { AccountAnswers } from './gathered.ts';

/** Scores as the histograms of accounts that a sample is made of. */
export function groupByAccount(
  rows: readonly { accountId: string | null; accountName: string | null; score: number }[],
): AccountAnswers[] {
  const accounts = new Map<string | null, { accountName: string | undefined; counts: number[] }>();
  for (const { accountId, accountName, score } of rows) {
    const counts = accounts.get(accountId)?.counts ?? Array.from({ length: 11 }, () => 0);
    counts[score] = (counts[score] ?? 0) + 1;
    accounts.set(accountId, { accountName: accountName ?? undefined, counts });
  }
  return [...accounts].map(([accountId, account]) => ({ accountId, ...account }));
}
