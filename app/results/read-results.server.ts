import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listAccountsHeard } from './account.store.server.ts';
import { answerRequest } from './answer-request.server.ts';
import { isInCatalogue } from './confidence/catalogue.ts';
import { listWaves, newestOf, type WaveLine } from './lane.store.server.ts';
import type { Thresholds } from './thresholds.ts';

/** Ids as the asker gave them; an unknown wave or account falls back to the newest wave and to all accounts. */
export interface AskedResults {
  waveId: string | null;
  personas: readonly string[];
  accountId: string | null;
}

function mayCut({ confidentiality }: WaveLine): boolean {
  return isInCatalogue(confidentiality, { accounts: true, attributes: [] });
}

/** The answer to a filter, with what else could be chosen; null while nothing was ever sent or imported. */
export async function readResults(db: Db, workspace: Workspace, asked: AskedResults, thresholds: Thresholds) {
  const waves = await listWaves(db, workspace);
  const wave = waves.find(({ id }) => id === asked.waveId) ?? newestOf(waves);
  if (!wave) return null;
  // In confidence that an account was heard is told of nobody.
  const accounts = mayCut(wave) ? await listAccountsHeard(db, workspace, wave.id) : [];
  const account = accounts.find(({ id }) => id === asked.accountId);
  const request = { wave, personas: asked.personas, account };
  return { wave, waves, accounts, account, ...(await answerRequest(db, workspace, request, thresholds)) };
}
