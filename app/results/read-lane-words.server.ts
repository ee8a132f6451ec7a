import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listWaves } from './lane.store.server.ts';
import { readLanes } from './read-lanes.server.ts';
import { countTexts, readVerbatims, type Verbatim } from './read-verbatims.server.ts';
import type { Thresholds } from './thresholds.ts';

/** The newest texts of one persona in one wave, as far as they may be shown, and how many there are. */
export async function readLaneWords(
  db: Db,
  workspace: Workspace,
  { waveId, personaId, limit }: { waveId: string; personaId: string; limit: number },
  thresholds: Thresholds,
): Promise<{ verbatims: Verbatim[]; texts: number }> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  const lane = wave && (await readLanes(db, workspace, wave, personaId))[0];
  if (!wave || !lane) return { verbatims: [], texts: 0 };
  return {
    verbatims: await readVerbatims(db, workspace, { wave, lane, limit }, thresholds),
    texts: await countTexts(db, workspace, { wave, lane }, thresholds),
  };
}
