import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { PausedWhy } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAskingWave } from '../wave/wave.store.server.ts';
import { markPaused } from './pause.store.server.ts';

export type PausedWave =
  | { kind: 'paused' }
  | { kind: 'already' }
  | { kind: 'not_open' }
  | { kind: 'unknown' };

/**
 * Holds up what a wave still has to send; the few letters that are in the sender's hands may still leave. Links that
 * are out stay open. `by` is null where the sender does it.
 */
export async function pauseWave(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: { waveId: string; why: PausedWhy; by: string | null },
): Promise<PausedWave> {
  const { waveId, why, by } = input;
  const at = clock.now();
  return db.transaction().execute(async (tx): Promise<PausedWave> => {
    if (await markPaused(tx, workspace, { waveId, why, by, at })) {
      const entry = { id: ids.make(), at, actor: by ?? 'system', act: 'pause_wave', subject: waveId };
      await writeAudit(tx, workspace, { ...entry, detail: { why } });
      return { kind: 'paused' };
    }
    const wave = await findAskingWave(tx, workspace, waveId);
    if (!wave) return { kind: 'unknown' };
    return { kind: wave.state === 'open' ? 'already' : 'not_open' };
  });
}
