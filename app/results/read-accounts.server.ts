import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countByAccount } from './account.store.server.ts';
import { samplesByAccount } from './by-account.ts';
import type { WaveLine } from './lane.store.server.ts';
import { readAccountAnswers } from './read-account-answers.server.ts';
import { type Lane, readLanes } from './read-lanes.server.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';

/** One wave account by account, each persona by itself. */
export interface AccountsOfWave {
  lanes: Lane[];
  /** By account id: one sample per persona that scored there, in lane order. */
  samples: Map<string, Sample<ScoreScale>[]>;
  /** By account id, then persona id: people who answered there. Who did is no attitude. */
  heard: Map<string, Map<string, number>>;
}

/**
 * Who was heard at each account of a wave, and what each persona scored there: from the tally, so it costs accounts and no
 * answer is read. Both are empty where answers were given in confidence: at an account with one buyer, the buyers are that
 * one, and even that they answered is theirs to tell.
 */
export async function readAccounts(db: Db, workspace: Workspace, wave: WaveLine): Promise<AccountsOfWave> {
  const lanes = await readLanes(db, workspace, wave);
  const found: AccountsOfWave = { lanes, samples: new Map(), heard: new Map() };
  if (wave.confidentiality !== 'attributed') return found;
  for (const lane of lanes) {
    const { persona } = lane.row;
    const accounts = await readAccountAnswers(db, workspace, { wave, lane });
    const samples = lane.score ? samplesByAccount(lane.score, accounts) : new Map();
    for (const [accountId, sample] of samples) addTo(found.samples, accountId, []).push(sample);
    for (const [accountId, people] of await heardAt(db, workspace, lane, samples))
      addTo(found.heard, accountId, new Map<string, number>()).set(persona.id, people);
  }
  return found;
}

/** Where everybody who answered gave a score, their counts tell; else the responses are counted, which hold no answer. */
async function heardAt(
  db: Db,
  workspace: Workspace,
  { row, score, heard }: Lane,
  samples: ReadonlyMap<string, Sample<ScoreScale>>,
): Promise<Map<string, number>> {
  if (score?.n !== heard) return countByAccount(db, workspace, row.waveId, row.persona.id);
  return new Map([...samples].map(([accountId, sample]) => [accountId, sample.n]));
}

function addTo<T>(map: Map<string, T>, key: string, fresh: T): T {
  const known = map.get(key) ?? fresh;
  map.set(key, known);
  return known;
}
