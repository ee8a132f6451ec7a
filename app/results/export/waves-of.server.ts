import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listWaves, type WaveLine } from '../lane.store.server.ts';
import type { ExportJob } from './export-job.ts';

/** The waves that an export is of, the newest first. */
export async function wavesOf(
  db: Db,
  workspace: Workspace,
  { programmeId, waveId }: Pick<ExportJob, 'programmeId' | 'waveId'>,
): Promise<WaveLine[]> {
  const waves = await listWaves(db, workspace);
  return waves.filter((wave) => wave.programmeId === programmeId && (waveId === null || wave.id === waveId));
}
