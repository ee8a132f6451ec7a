import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { MOST_READ } from '../each.ts';
import { asksByName, listWaves, type WaveLine } from '../lane.store.server.ts';
import { type Lane, readLanes } from '../read-lanes.server.ts';
import type { Silent } from './frame.ts';
import { askedIn, pinOf } from './read-frame.server.ts';
import { sortAsked } from './sort-asked.server.ts';
import { everyAccount, silentIn, walkSilent, walkSorted } from './walk-silent.server.ts';

export type ListedSilent =
  | { kind: 'listed'; wave: WaveLine; persona: Lane['row']['persona']; silent: AsyncIterable<Silent> }
  /** No such wave or persona, or nobody was asked by name. */
  | { kind: 'unknown' }
  /** Whether somebody answered is part of what was promised. */
  | { kind: 'in_confidence' };

/**
 * Everybody of ONE persona who was asked in a wave, could have answered and did not, the next renewal first: read while it is
 * handed on, however many they are.
 */
export async function listSilent(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: { waveId: string; personaId: string },
): Promise<ListedSilent> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  const [lane] = wave ? await readLanes(db, workspace, wave, personaId) : [];
  if (!wave || !lane || !asksByName(wave)) return { kind: 'unknown' };
  if (wave.confidentiality !== 'attributed') return { kind: 'in_confidence' };
  const pin = pinOf(wave, lane);
  const silent =
    askedIn(lane) > MOST_READ
      ? walkSilent(db, workspace, everyAccount(db, workspace), silentIn(db, workspace, pin))
      : walkSorted(db, workspace, await sortAsked(db, workspace, pin));
  return { kind: 'listed', wave, persona: lane.row.persona, silent };
}
