import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isInConfidence } from '#app/results/confidence/policy.ts';
import { asksByName } from '#app/results/lane.store.server.ts';
import { keptWords } from '../kept/kept.ts';
import { readKept } from '../kept/read-kept.server.ts';
import type { Overview } from '../read-overview.server.ts';
import { changeView, type LaneView, laneSentence } from './lane-view.ts';

/** The lanes of a page as they are told, with what was promised to each and done. */
export async function viewLanes(
  db: Db,
  workspace: Workspace,
  { wave, waves, purposes, lanes }: Overview,
  { now, shows = 'all' }: { now: number; shows?: 'all' | 'counts' },
): Promise<LaneView[]> {
  const keptOf = await readKept(db, workspace, { wave, waves, purposes, now });
  return lanes.map(({ lane, figure, since, ruling, purpose, said }) => {
    const { persona: whole, known } = lane.row;
    const { id, base, name, plural } = whole;
    const { heard, heardTold } = lane;
    const isQuiet = isInConfidence(wave.confidentiality);
    const people = { persona: { id, base, name, plural }, known, heard, heardTold, isQuiet };
    return {
      ...people,
      ...{ invited: lane.invited, figure, ruling, withheld: null },
      since: since && changeView(since),
      rule: purpose && { words: purpose.changeRule, isRule: purpose.rule !== null },
      said: said && { words: said.words, by: said.by },
      kept: asksByName(wave) ? keptWords(keptOf(id), { shows }) : null,
      sentence: laneSentence({ ...people, waveName: wave.name }, figure, since),
    };
  });
}
