import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { asksByName, listWaves, type WaveLine } from '../lane.store.server.ts';
import { type Lane, readLanes } from '../read-lanes.server.ts';
import type { Silent } from './frame.ts';
import { pinOf } from './read-frame.server.ts';
import { MOST_SEATS, sortSeats, toSilent } from './sort-seats.server.ts';

export type ListedSilent =
  | { kind: 'listed'; wave: WaveLine; persona: Lane['row']['persona']; silent: Silent[] }
  /** No such wave or persona, or nobody was asked by name. */
  | { kind: 'unknown' }
  /** Whether somebody answered is part of what was promised. */
  | { kind: 'in_confidence' }
  | { kind: 'too_large' };

/** Everybody of ONE persona who was asked in a wave, could have answered and did not, the next renewal first. */
export async function listSilent(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: { waveId: string; personaId: string },
): Promise<ListedSilent> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  const [lane] = wave ? await readLanes(db, workspace, wave, personaId) : [];
  if (!wave || !lane || !asksByName(wave)) return { kind: 'unknown' };
  if (wave.confidentiality !== 'attributed') return { kind: 'in_confidence' };
  if ((lane.row.known ?? 0) > MOST_SEATS) return { kind: 'too_large' };
  const { silent } = await sortSeats(db, workspace, pinOf(wave, lane));
  return { kind: 'listed', wave, persona: lane.row.persona, silent: silent.map(toSilent) };
}
