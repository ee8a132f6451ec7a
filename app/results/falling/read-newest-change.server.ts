import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type Difference, differenceBetween } from '../difference.ts';
import { listWaves, listWavesOf } from '../lane.store.server.ts';
import { readLanes } from '../read-lanes.server.ts';
import { readEarlier } from '../read-persona-page.server.ts';
import { readThresholds } from '../read-thresholds.server.ts';

/**
 * What changed for ONE persona between the newest closed wave of a programme that asked it and the wave before, as its page
 * of results says it; null where there are no two such waves, or no question on 0 to 10.
 */
export async function readNewestChange(
  db: Db,
  workspace: Workspace,
  { programmeId, personaId }: { programmeId: string; personaId: string },
): Promise<Difference | null> {
  const waves = await listWaves(db, workspace);
  const asked = await listWavesOf(db, workspace, programmeId, personaId);
  const newest = waves.find(
    ({ id, kind, closedAt }) => kind === 'asked' && closedAt !== null && asked.has(id),
  );
  if (!newest) return null;
  const [lane] = await readLanes(db, workspace, newest, personaId);
  const [earlier] = await readEarlier(db, workspace, waves, newest, personaId, 1);
  if (!lane?.score || !earlier) return null;
  return differenceBetween(earlier.sample, lane.score, await readThresholds(db, workspace));
}
