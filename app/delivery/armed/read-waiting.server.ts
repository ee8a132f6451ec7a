import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findConfirmation } from './armed.store.server.ts';
import { readPause } from './read-pause.server.ts';
import { listWaitingWaves, sampleWaiting } from './waiting.store.server.ts';
import { countWaiting, type WaitingMessage, type WaitingWave } from './waiting.ts';

/** Enough to recognise what they are. */
const SAMPLE = 10;

export type Waiting =
  | { kind: 'sending' }
  | {
      kind: 'paused';
      at: number;
      why: string;
      /** When an admin here has said that it may go out; others who share the database have not. */
      confirmedAt: number | null;
      messages: number;
      waves: WaitingWave[];
      sample: WaitingMessage[];
    };

/** What would go out of this workspace if sending went on, for an admin to look at. */
export async function readWaiting(house: Pick<House, 'db'>, workspace: Workspace): Promise<Waiting> {
  const pause = await readPause(house);
  if (!pause) return { kind: 'sending' };
  const waves = await listWaitingWaves(house.db, workspace);
  return {
    kind: 'paused',
    ...pause,
    confirmedAt: await findConfirmation(house.db, workspace, pause.at),
    messages: countWaiting(waves),
    waves,
    sample: await sampleWaiting(house.db, workspace, SAMPLE),
  };
}
