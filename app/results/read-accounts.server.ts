import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countByAccount } from './account.store.server.ts';
import type { WaveLine } from './lane.store.server.ts';
import { type AccountSamples, readAccountSamples } from './read-account-samples.server.ts';
import { type Lane, readLanes } from './read-lanes.server.ts';

/** One wave account by account, each persona by itself. */
export interface AccountsOfWave {
  lanes: Lane[];
  samples: AccountSamples;
  /** By account id, then persona id: people who answered there. Who did is no attitude. */
  heard: Map<string, Map<string, number>>;
}

/**
 * Who was heard at each account of a wave, and what each persona scored there. Both are empty where answers were given in
 * confidence: even that somebody answered is theirs to tell. Where somebody skipped the score the responses are counted;
 * whoever needs only what was scored reads `readAccountSamples`.
 */
export async function readAccounts(db: Db, workspace: Workspace, wave: WaveLine): Promise<AccountsOfWave> {
  const lanes = await readLanes(db, workspace, wave);
  const samples = await readAccountSamples(db, workspace, { wave, lanes });
  const found: AccountsOfWave = { lanes, samples, heard: new Map() };
  if (wave.confidentiality !== 'attributed') return found;
  for (const lane of lanes)
    for (const [accountId, people] of await heardAt(db, workspace, lane, samples)) {
      const heard = found.heard.get(accountId) ?? new Map<string, number>();
      found.heard.set(accountId, heard.set(lane.row.persona.id, people));
    }
  return found;
}

/** Where everybody who answered gave a score, their counts tell; else the responses are counted, which hold no answer. */
async function heardAt(
  db: Db,
  workspace: Workspace,
  { row, score, heard }: Lane,
  samples: AccountSamples,
): Promise<Map<string, number>> {
  if (score?.n !== heard) return countByAccount(db, workspace, row.waveId, row.persona.id);
  const own = [...samples].flatMap(([accountId, all]) =>
    all
      .filter(({ persona }) => persona.id === row.persona.id)
      .map(({ n }): [string, number] => [accountId, n]),
  );
  return new Map(own);
}
