import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findInstallation, isConfirmed } from './armed.store.server.ts';
import { listWaitingWaves, sampleWaiting } from './waiting.store.server.ts';
import { countWaiting, type WaitingMessage, type WaitingWave } from './waiting.ts';

/** Enough to recognise what they are. */
const SAMPLE = 10;

export type Waiting =
  /** `beatAt`: when a sender last looked. */
  | { kind: 'sending'; beatAt: number | null }
  | {
      kind: 'paused';
      at: number;
      why: string;
      /** An admin here has said that it may go out; others who share the database have not. */
      isConfirmed: boolean;
      messages: number;
      waves: WaitingWave[];
      sample: WaitingMessage[];
    };

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
