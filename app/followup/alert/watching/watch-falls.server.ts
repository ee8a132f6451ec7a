import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { sayFall } from '#app/results/falling/fall.ts';
import { readNewestChange } from '#app/results/falling/read-newest-change.server.ts';
import { hasClosed } from './closing.store.server.ts';
import { raiseAlert } from './raise-alert.server.ts';
import type { Watching } from './watching.ts';

/**
 * Raises one alert for a closed wave in which the persona's score fell. It looks when a wave is closed, and not day by day
 * until an interval happens to exclude 0.
 */
export async function watchFalls(
  house: House,
  workspace: Workspace,
  { rule, watch, span }: Watching<'fell'>,
): Promise<void> {
  const { programmeId, personaId } = rule;
  if (!(await hasClosed(house.reading, workspace, { programmeId, personaId, ...span }))) return;
  const change = await readNewestChange(house.reading, workspace, { programmeId, personaId });
  const what = change && sayFall(change, watch.points);
  if (!what) return;
  const waveId = change.later.wave.id;
  await raiseAlert(house, workspace, rule, { about: waveId, waveId, accountId: null, personId: null, what });
}
