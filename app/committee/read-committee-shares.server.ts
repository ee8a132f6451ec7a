import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { WaveLine } from '#app/results/lane.store.server.ts';
import { readAccounts } from '#app/results/read-accounts.server.ts';
import { apartShareOf, apartShareWords } from './apart-share.ts';
import { coverageShareOf, coverageShareWords } from './coverage-share.ts';
import { readTemplate } from './template/read-template.server.ts';
import { seatsOf } from './template/template.ts';

/**
 * What is said of all committees of a wave: how many were heard from every role, and how many pull apart (DOMAIN case 45). Accounts
 * are counted, and nothing is put together of what they said. Nothing of a wave that was answered in confidence, or by nobody. Costs
 * what the accounts of the wave cost.
 */
export async function readCommitteeShares(db: Db, workspace: Workspace, wave: WaveLine): Promise<string[]> {
  if (wave.confidentiality !== 'attributed') return [];
  const [personas, template, accounts] = await Promise.all([
    listPersonas(db, workspace),
    readTemplate(db, workspace),
    readAccounts(db, workspace, wave),
  ]);
  const coverage = coverageShareWords(coverageShareOf(seatsOf(template, personas), accounts.heard));
  return coverage === null ? [] : [coverage, apartShareWords(apartShareOf(accounts.samples))];
}
