import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listWaves } from './lane.store.server.ts';
import { readLanes } from './read-lanes.server.ts';
import { readThresholds } from './read-thresholds.server.ts';
import { readVerbatims } from './read-verbatims.server.ts';

/** One text that a person wrote, and to what. */
export interface OwnText {
  words: string;
  about: string | null;
}

const MOST_TEXTS = 50;

/**
 * What one person of one persona wrote in a wave, in the order asked, without what they scored. Nothing of a wave whose
 * answers were given in confidence: texts of one person alone would be theirs.
 */
export async function readResponseWords(
  db: Db,
  workspace: Workspace,
  { waveId, personaId, responseId }: { waveId: string; personaId: string; responseId: string },
): Promise<OwnText[]> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  if (wave?.confidentiality !== 'attributed') return [];
  const [lane] = await readLanes(db, workspace, wave, personaId);
  if (!lane) return [];
  const wanted = { wave, lane, limit: MOST_TEXTS, responseId };
  const found = await readVerbatims(db, workspace, wanted, await readThresholds(db, workspace));
  return found.map(({ words, about, beside }) => ({ words, about: about ?? beside }));
}
