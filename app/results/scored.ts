import type { AccountAnswers, Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';

/** Scores as the histograms of accounts that a sample is made of; accounts keep the names they have in the whole. */
export function groupByAccount(
  rows: readonly { accountId: string | null; score: number }[],
  whole: Sample<ScoreScale>,
): AccountAnswers[] {
  const names = new Map(whole.perAccount.map(({ accountId, accountName }) => [accountId, accountName]));
  const accounts = new Map<string | null, number[]>();
  for (const { accountId, score } of rows) {
    const counts = accounts.get(accountId) ?? Array.from({ length: 11 }, () => 0);
    counts[score] = (counts[score] ?? 0) + 1;
    accounts.set(accountId, counts);
  }
  return [...accounts].map(([accountId, counts]) => ({
    accountId,
    accountName: names.get(accountId),
    counts,
  }));
}
