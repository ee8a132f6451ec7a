import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type Difference, differenceBetween } from '../difference.ts';
import { listWaves, listWavesOf } from '../lane.store.server.ts';
import { readLanesOf } from '../read-lanes.server.ts';
import { wavesBefore } from '../read-persona-page.server.ts';
import { readThresholds } from '../read-thresholds.server.ts';

/**
 * What changed for ONE persona at a wave of a programme: since the wave before it, and from it to the closed one after it, as
 * its page of results says both. None where there are no two such waves, or no question on 0 to 10.
 */
export async function readChangesAt(
  db: Db,
  workspace: Workspace,
  { programmeId, personaId, waveId }: { programmeId: string; personaId: string; waveId: string },
): Promise<Difference[]> {
  const waves = await listWaves(db, workspace);
  const asked = (await listWavesOf(db, workspace, programmeId)).get(personaId) ?? new Set<string>();
  // The newest first, so the one after stands before it.
  const lane = waves.filter(
    ({ id, kind, closedAt }) => kind === 'asked' && closedAt !== null && asked.has(id),
  );
  const at = lane.findIndex(({ id }) => id === waveId);
  const thresholds = await readThresholds(db, workspace);
  const changes: Difference[] = [];
  for (const wave of at < 0 ? [] : lane.slice(Math.max(0, at - 1), at + 1)) {
    const [before] = wavesBefore(waves, wave, asked);
    if (!before) continue;
    const lanes = await readLanesOf(db, workspace, [before, wave], personaId);
    const [from, to] = [before, wave].map(({ id }) => lanes.get(id)![0]?.score);
    if (from && to) changes.push(differenceBetween(from, to, thresholds));
  }
  return changes;
}
