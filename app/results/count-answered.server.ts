import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isInConfidence } from './confidence/policy.ts';
import { countHeardIn } from './heard.store.server.ts';
import { listWaves } from './lane.store.server.ts';

/**
 * How many of each persona of a wave answered, by its id, for those who send it. Null in confidence: beside a count of mails that
 * moves as they look, a count of answers would tell them whose answer it was.
 */
export async function countAnswered(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<ReadonlyMap<string, number> | null> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  if (!wave || isInConfidence(wave.confidentiality)) return null;
  return (await countHeardIn(db, workspace, [waveId])).get(waveId) ?? new Map();
}
