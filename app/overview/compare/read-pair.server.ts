import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listWaves, type WaveLine } from '#app/results/lane.store.server.ts';
import type { AskedPage } from '../page/asked-page.ts';
import { newestToRead } from '../read-overview.server.ts';
import { pairOf } from './pair-of.ts';

export type ReadPair =
  | { kind: 'pair'; wave: WaveLine; against: WaveLine | null; waves: WaveLine[] }
  | { kind: 'nothing_sent' }
  | { kind: 'unknown_wave' }
  /** Two waves that nothing can be said of. */
  | { kind: 'apart'; message: string };

/** The wave that is meant, or the newest that is worth reading, and the one to compare it with where one was named. */
export async function readPair(
  db: Db,
  workspace: Workspace,
  { waveId, withId }: AskedPage,
): Promise<ReadPair> {
  const waves = await listWaves(db, workspace);
  const wave = waveId === null ? newestToRead(waves) : waves.find(({ id }) => id === waveId);
  if (!wave) return { kind: waveId === null ? 'nothing_sent' : 'unknown_wave' };
  if (withId === null) return { kind: 'pair', wave, against: null, waves };
  const pair = pairOf(waves, { waveId: wave.id, withId });
  switch (pair.kind) {
    case 'pair':
      return { kind: 'pair', wave: pair.later, against: pair.earlier, waves };
    case 'unknown':
      return { kind: 'unknown_wave' };
    case 'apart':
      return pair;
    default:
      return pair satisfies never;
  }
}
