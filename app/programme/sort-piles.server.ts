import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { AccountWeek } from './pile/account-week.ts';
import { listMissing } from './pile/candidate.store.server.ts';
import { gatherPiles } from './pile/gather-piles.server.ts';
import type { Piles } from './pile/pile.ts';
import { findAskingWave, listLanes } from './wave/wave.store.server.ts';
import type { Wave } from './wave/wave.ts';

export type SortedPiles =
  | { kind: 'sorted'; wave: Wave; piles: Piles; reviewDays: number; week: AccountWeek }
  | { kind: 'unknown' };

/** Who could be asked in this wave: ready, role missing, role stale (DOMAIN A4). Reads only, and maybe very many. */
export async function sortPiles(
  { reading: db, clock, env }: Pick<House, 'reading' | 'clock' | 'env'>,
  workspace: Workspace,
  input: { waveId: string },
): Promise<SortedPiles> {
  const wave = await findAskingWave(db, workspace, input.waveId);
  if (!wave) return { kind: 'unknown' };
  const { id: waveId, programmeId } = wave;
  const lanes = await listLanes(db, workspace, waveId);
  const gather = { waveId, programmeId, lanes, now: clock.now(), secrets: env };
  const { reviewDays, ready, stale, week } = await gatherPiles(db, workspace, gather);
  const missing = await listMissing(db, workspace, programmeId);
  return { kind: 'sorted', wave: { ...wave, lanes }, piles: { ready, stale, missing }, reviewDays, week };
}
