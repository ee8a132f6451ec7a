import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { WAITING_STATES } from './written-states.store.server.ts';

/**
 * Ends what a wave has not sent, with the reason. What is in the sender's hands loses its hold before the mark, as its
 * fence moves. What went out once and waits to go again stays in doubt. The number of letters ended.
 */
export async function endUnsent(
  tx: Db,
  workspace: Workspace,
  { waveId, reason, at }: { waveId: string; reason: string; at: number },
): Promise<number> {
  const ofWave = tx
    .updateTable('outbound_message')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    // What its respondents are told is no asking: it goes out when the wave is over.
    .where('kind', '<>', 'told_back');
  await ofWave
    .set({ state: 'in_doubt', lease_until: null, reason: `It may have gone out, and not again: ${reason}` })
    .where('state', 'in', WAITING_STATES)
    .where('resent', '=', 1)
    .execute();
  const ended = { state: 'suppressed' as const, reason, settled_at: at, lease_until: null };
  const { numUpdatedRows: waiting } = await ofWave
    .set(ended)
    .where('state', 'in', WAITING_STATES)
    .executeTakeFirst();
  const { numUpdatedRows: claimed } = await ofWave
    .set((row) => ({ ...ended, fence: row('fence', '+', 1) }))
    .where('state', '=', 'claimed')
    .where('resent', '=', 0)
    .executeTakeFirst();
  return Number(waiting) + Number(claimed);
}
