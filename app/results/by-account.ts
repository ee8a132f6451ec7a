import { type AccountAnswers, OUTSIDE } from './gathered.ts';
import { mintPart, type Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';

/** The same answers account by account, each a sample of its own; what was answered outside any is in none. */
export function samplesByAccount(
  whole: Sample<ScoreScale>,
  accounts: readonly AccountAnswers[],
): Map<string, Sample<ScoreScale>> {
  const samples = new Map<string, Sample<ScoreScale>>();
  for (const account of accounts) {
    const { accountId, accountName = '' } = account;
    if (accountId === null || accountId === OUTSIDE) continue;
    const within = { accountId, name: accountName };
    samples.set(accountId, mintPart(whole, { accounts: [account], known: null, within }));
  }
  return samples;
}
