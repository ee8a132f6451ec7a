import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countInvited } from './asked.store.server.ts';
import { listWaveRows } from './wave.store.server.ts';
import type { Wave } from './wave.ts';

export interface ListedWave extends Omit<Wave, 'lanes'> {
  /** Invitations per persona id. */
  invited: { personaId: string; people: number }[];
}

/** Waves that were asked from here, the newest first. */
export async function listWaves(db: Db, workspace: Workspace): Promise<ListedWave[]> {
  const invited = await countInvited(db, workspace);
  const waves = await listWaveRows(db, workspace);
  return waves.map((wave) => ({ ...wave, invited: invited.get(wave.id) ?? [] }));
}
