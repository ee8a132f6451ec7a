import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { sayFall } from '#app/results/falling/fall.ts';
import { readChangesAt } from '#app/results/falling/read-changes-at.server.ts';
import { listClosed } from './closing.store.server.ts';
import { raiseAlert } from './raise-alert.server.ts';
import type { Watching } from './watching.ts';

/**
 * Raises one alert for each closed wave in which the persona's score fell. It looks when that wave, or the one before it, is
 * closed, and not day by day until an interval happens to exclude 0.
 */
export async function watchFalls(
  house: House,
  workspace: Workspace,
  { rule, watch, span }: Watching<'fell'>,
): Promise<void> {
  const { programmeId, personaId } = rule;
  for (const closed of await listClosed(house.reading, workspace, { programmeId, personaId, ...span })) {
    const at = { programmeId, personaId, waveId: closed };
    for (const change of await readChangesAt(house.reading, workspace, at)) {
      const what = sayFall(change, watch.points);
      const waveId = change.later.wave.id;
      const lane = { about: waveId, waveId, accountId: null, personId: null };
      if (what) await raiseAlert(house, workspace, rule, { ...lane, what });
    }
  }
}
