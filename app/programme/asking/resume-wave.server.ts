import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findAskingWave } from '../wave/wave.store.server.ts';
import { markResumed } from './pause.store.server.ts';

export type ResumedWave =
  | { kind: 'resumed' }
  | { kind: 'already' }
  | { kind: 'not_open' }
  | { kind: 'unknown' };

/** Lets a wave that was held up go on where it stopped; whatever stands in somebody's way by now still does. */
export async function resumeWave(
  { db, ids, clock, wakeSender }: Pick<House, 'db' | 'ids' | 'clock' | 'wakeSender'>,
  workspace: Workspace,
  { waveId, actor }: { waveId: string; actor: Actor },
): Promise<ResumedWave> {
  const at = clock.now();
  const resumed = await db.transaction().execute(async (tx): Promise<ResumedWave> => {
    if (await markResumed(tx, workspace, waveId, at)) {
      const entry = { id: ids.make(), at, actor, act: 'resume_wave', subject: waveId, detail: {} };
      await writeAudit(tx, workspace, entry);
      return { kind: 'resumed' };
    }
    const wave = await findAskingWave(tx, workspace, waveId);
    if (!wave) return { kind: 'unknown' };
    return { kind: wave.state === 'open' ? 'already' : 'not_open' };
  });
  if (resumed.kind === 'resumed') wakeSender();
  return resumed;
}
