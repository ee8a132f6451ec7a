import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAccountNamed, listAccountsHeard } from './account.store.server.ts';
import { answerRequest } from './answer-request.server.ts';
import { isInConfidence } from './confidence/policy.ts';
import { countHeard } from './heard.store.server.ts';
import { listWaves, newestOf, type WaveLine } from './lane.store.server.ts';
import type { Thresholds } from './thresholds.ts';

/** Ids as the asker gave them; an unknown wave or account falls back to the newest wave and to all accounts. */
export interface AskedResults {
  waveId: string | null;
  personas: readonly string[];
  accountId: string | null;
}

/** Of more accounts nobody finds one in a list. */
const ACCOUNTS_LISTED = 500;
function mayCut({ confidentiality }: WaveLine): boolean {
  return !isInConfidence(confidentiality);
}

/** The answer to a filter, with what else could be chosen; null while nothing was ever sent or imported. */
export async function readResults(db: Db, workspace: Workspace, asked: AskedResults, thresholds: Thresholds) {
  const waves = await listWaves(db, workspace);
  const wave = waves.find(({ id }) => id === asked.waveId) ?? newestOf(waves);
  if (!wave) return null;
  // In confidence that an account was heard is told of nobody.
  const { accounts, areMore, account } = mayCut(wave)
    ? await readAccounts(db, workspace, wave.id, asked.accountId)
    : { accounts: [], areMore: false, account: undefined };
  const request = { wave, personas: asked.personas, account };
  const answer = await answerRequest(db, workspace, request, thresholds);
  return { wave, waves, accounts, areMore, account, ...answer };
}

async function readAccounts(db: Db, workspace: Workspace, waveId: string, accountId: string | null) {
  const lanes = await countHeard(db, workspace, waveId);
  const heard = [...lanes.values()].reduce((sum, people) => sum + people, 0);
  const listed = await listAccountsHeard(db, workspace, { waveId, heard, limit: ACCOUNTS_LISTED + 1 });
  // Also one whose answers are not counted yet, or that nobody answered from: then that is what is told.
  const account = accountId ? await findAccountNamed(db, workspace, accountId) : undefined;
  const accounts = listed.slice(0, ACCOUNTS_LISTED);
  if (account && !accounts.some(({ id }) => id === account.id)) accounts.push(account);
  return { accounts, areMore: listed.length > ACCOUNTS_LISTED, account };
}
