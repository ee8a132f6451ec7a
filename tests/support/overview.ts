import { newestToRead, type Overview, readOverview } from '#app/overview/read-overview.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';

/** The figures of the page of one wave, or of the one that is shown where nobody says which, compared with none. */
export async function overviewOf(
  db: Db,
  workspace: Workspace,
  waveId: string | null,
): Promise<Overview | null> {
  const waves = await listWaves(db, workspace);
  const wave = waveId ? waves.find(({ id }) => id === waveId) : newestToRead(waves);
  return wave ? readOverview(db, workspace, { wave, waves, against: null }, THRESHOLDS) : null;
}
