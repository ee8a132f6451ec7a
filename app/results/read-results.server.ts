import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAccountHeard, listAccountsHeard } from './account.store.server.ts';
import { answerRequest } from './answer-request.server.ts';
import { listWaves, newestOf } from './lane.store.server.ts';
import type { Thresholds } from './thresholds.ts';

/** Ids as the asker gave them; an unknown wave or account falls back to the newest wave and to all accounts. */
export interface AskedResults {
  waveId: string | null;
  personas: readonly string[];
  accountId: string | null;
}

/** Of more accounts nobody finds one in a list. */
const ACCOUNTS_LISTED = 500;

/** The answer to a filter, with what else could be chosen; null while nothing was ever sent or imported. */
export async function readResults(db: Db, workspace: Workspace, asked: AskedResults, thresholds: Thresholds) {
  const waves = await listWaves(db, workspace);
  const wave = waves.find(({ id }) => id === asked.waveId) ?? newestOf(waves);
  if (!wave) return null;
  const listed = await listAccountsHeard(db, workspace, wave.id, ACCOUNTS_LISTED + 1);
  const account = asked.accountId
    ? await findAccountHeard(db, workspace, wave.id, asked.accountId)
    : undefined;
  const accounts = listed.slice(0, ACCOUNTS_LISTED);
  if (account && !accounts.some(({ id }) => id === account.id)) accounts.push(account);
  const request = { wave, personas: asked.personas, account };
  const answer = await answerRequest(db, workspace, request, thresholds);
  return { wave, waves, accounts, areMore: listed.length > ACCOUNTS_LISTED, account, ...answer };
}
