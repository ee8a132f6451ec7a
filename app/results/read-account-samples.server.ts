import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { WaveLine } from './lane.store.server.ts';
import { readLanes } from './read-lanes.server.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';

/**
 * What each persona scored in a wave, account by account, in lane order: from the tally, so it costs accounts and never
 * answers. Empty where answers were given in confidence: at an account with one buyer, the buyers are that one.
 */
export async function readAccountSamples(
  db: Db,
  workspace: Workspace,
  wave: WaveLine,
): Promise<Map<string, Sample<ScoreScale>[]>> {
  const accounts = new Map<string, Sample<ScoreScale>[]>();
  if (wave.confidentiality !== 'attributed') return accounts;
  for (const { score } of await readLanes(db, workspace, wave)) {
    for (const [accountId, sample] of score?.byAccount() ?? []) {
      const samples = accounts.get(accountId) ?? [];
      accounts.set(accountId, samples);
      samples.push(sample);
    }
  }
  return accounts;
}
