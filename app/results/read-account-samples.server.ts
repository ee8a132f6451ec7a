import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { samplesByAccount } from './by-account.ts';
import type { WaveLine } from './lane.store.server.ts';
import { readAccountAnswers } from './read-account-answers.server.ts';
import type { Lane } from './read-lanes.server.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';

/** By account id: one sample per persona that scored there, in lane order. */
export type AccountSamples = Map<string, Sample<ScoreScale>[]>;

/**
 * What each persona scored at each account of a wave whose lanes were read: from the tally, so it costs accounts, and no
 * response is looked at. None where answers were given in confidence: at an account with one buyer, the buyers are that one.
 * @param accountId of this account alone
 */
export async function readAccountSamples(
  db: Db,
  workspace: Workspace,
  { wave, lanes, accountId }: { wave: WaveLine; lanes: readonly Lane[]; accountId?: string },
): Promise<AccountSamples> {
  const found: AccountSamples = new Map();
  if (wave.confidentiality !== 'attributed') return found;
  const read = await Promise.all(
    lanes.map(async (lane) => {
      if (!lane.score) return [];
      return samplesByAccount(lane.score, await readAccountAnswers(db, workspace, { wave, lane, accountId }));
    }),
  );
  for (const [accountId, sample] of read.flatMap((samples) => [...samples]))
    found.set(accountId, [...(found.get(accountId) ?? []), sample]);
  return found;
}
