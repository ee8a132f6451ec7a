import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listWaves, type WaveLine } from '#app/results/lane.store.server.ts';
import { readLanesOf } from '#app/results/read-lanes.server.ts';
import { comparableWith } from '../compare/pair-of.ts';
import { newestToRead } from '../read-overview.server.ts';
import { type MixShift, mixShiftOf } from './mix-shift.ts';

export type ReadMixShift =
  | { kind: 'shown'; shift: MixShift; earlier: WaveLine; later: WaveLine }
  /** There is nothing of one's own to show it with, for a reason. */
  | { kind: 'not_shown'; why: 'no_earlier' | 'in_confidence' | 'unchanged' }
  | { kind: 'unknown_wave' };

/**
 * The example of a total that misleads, with the people of two waves: the one that was asked for, or the newest, and the one it is
 * compared with, or the one before. Reads how many were heard, and nothing that anybody answered.
 */
export async function readMixShift(
  { reading: db }: Pick<House, 'reading'>,
  workspace: Workspace,
  { waveId, withId }: { waveId: string | null; withId: string | null },
): Promise<ReadMixShift> {
  const waves = await listWaves(db, workspace);
  const later = waveId === null ? newestToRead(waves) : waves.find(({ id }) => id === waveId);
  if (!later) return waveId === null ? { kind: 'not_shown', why: 'no_earlier' } : { kind: 'unknown_wave' };
  const before = comparableWith(waves, later);
  const earlier = withId === null ? before[0] : before.find(({ id }) => id === withId);
  if (!earlier) return { kind: 'not_shown', why: 'no_earlier' };
  const pair = [earlier, later];
  if (pair.some(({ confidentiality }) => confidentiality !== 'attributed'))
    return { kind: 'not_shown', why: 'in_confidence' };
  const lanes = await readLanesOf(db, workspace, pair);
  const had = new Map(lanes.get(earlier.id)!.map(({ row, heard }) => [row.persona.id, heard]));
  const heard = lanes.get(later.id)!.map(({ row: { persona }, heard: now }) => {
    const { id, base, name, plural } = persona;
    return { persona: { id, base, name, plural }, earlier: had.get(id) ?? 0, later: now };
  });
  const shift = mixShiftOf(heard);
  return shift ? { kind: 'shown', shift, earlier, later } : { kind: 'not_shown', why: 'unchanged' };
}
