import { MINUTE } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findPace, isAnyPutOff } from './time-left.store.server.ts';
import { PACE_WINDOW, timeLeft } from './time-left.ts';

/** Ms until a wave that is going has sent what waits; null where nobody can say, or where it waits for the clock. */
export async function readTimeLeft(
  db: Db,
  workspace: Workspace,
  { waveId, waiting, now }: { waveId: string; waiting: number; now: number },
): Promise<number | null> {
  if (waiting === 0) return null;
  const pace = await findPace(db, workspace, { waveId, since: now - PACE_WINDOW });
  if (!pace || (await isAnyPutOff(db, workspace, { waveId, beyond: now + MINUTE }))) return null;
  return timeLeft(pace, waiting, now);
}
