import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countHeard } from './heard.store.server.ts';

/** How many of each persona were heard in a wave, by persona id; counting people is free (DOMAIN R3). */
export function countPeople(db: Db, workspace: Workspace, waveId: string): Promise<Map<string, number>> {
  return countHeard(db, workspace, waveId);
}
