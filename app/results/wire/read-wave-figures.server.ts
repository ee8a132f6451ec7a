import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type Figure, figureOf } from '../figure.ts';
import { listWaves } from '../lane.store.server.ts';
import { readLanes } from '../read-lanes.server.ts';
import type { Thresholds } from '../thresholds.ts';

/** The figures of a wave in lane order, one per persona that was asked for a score; null for no such wave. */
export async function readWaveFigures(
  db: Db,
  workspace: Workspace,
  waveId: string,
  thresholds: Thresholds,
): Promise<Figure[] | null> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  if (!wave) return null;
  const lanes = await readLanes(db, workspace, wave);
  return lanes.flatMap(({ score }) => (score ? [figureOf(score, thresholds)] : []));
}
