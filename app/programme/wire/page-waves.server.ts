import type { Db } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findWave, listLanes, listWaveRows } from '../wave/wave.store.server.ts';
import type { Wave } from '../wave/wave.ts';

/** One page of waves that were asked from here, the newest first, or the one wave with this id. */
export async function pageWaves(
  db: Db,
  workspace: Workspace,
  asked: PageAsked | { waveId: string },
): Promise<Wave[]> {
  if ('waveId' in asked) {
    const wave = await findWave(db, workspace, asked.waveId);
    return wave ? [{ ...wave, lanes: await listLanes(db, workspace, wave.id) }] : [];
  }
  const all = await listWaveRows(db, workspace);
  const from = asked.after ? all.findIndex(({ id }) => id === asked.after) + 1 : 0;
  const waves: Wave[] = [];
  for (const wave of all.slice(from, from + asked.limit + 1))
    waves.push({ ...wave, lanes: await listLanes(db, workspace, wave.id) });
  return waves;
}
