import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listWaves, type WaveLine } from '../lane.store.server.ts';

/** The waves that an export is of, the newest first: one, or every one of a programme. */
export async function wavesOf(
  db: Db,
  workspace: Workspace,
  { programmeId, waveId }: { programmeId: string | null; waveId: string | null },
): Promise<WaveLine[]> {
  const waves = await listWaves(db, workspace);
  return waveId === null
    ? waves.filter((wave) => wave.programmeId === programmeId)
    : waves.filter(({ id }) => id === waveId);
}
