import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findInstallation, isConfirmed } from './armed.store.server.ts';
import { listWaitingWaves, sampleWaiting } from './waiting.store.server.ts';
import { countWaiting, type Waiting } from './waiting.ts';

/** Enough to recognise what they are. */
const SAMPLE = 10;

/** What would go out of this workspace if sending went on, for an admin to look at. */
export async function readWaiting(house: Pick<House, 'db'>, workspace: Workspace): Promise<Waiting> {
  const row = await findInstallation(house.db);
  if (!row || row.restoredAt === null) return { kind: 'sending', beatAt: row?.beatAt ?? null };
  const waves = await listWaitingWaves(house.db, workspace);
  return {
    kind: 'paused',
    at: row.restoredAt,
    why: row.restoredWhy ?? '',
    isConfirmed: await isConfirmed(house.db, workspace, row.restoredAt),
    messages: countWaiting(waves),
    waves,
    sample: await sampleWaiting(house.db, workspace, SAMPLE),
  };
}
