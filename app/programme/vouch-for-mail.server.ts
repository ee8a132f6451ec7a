import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { setMailWord } from './wave/mail-word.store.server.ts';
import { findAskingWave } from './wave/wave.store.server.ts';

export type Vouched = { kind: 'vouched' } | { kind: 'already' } | { kind: 'closed' } | { kind: 'unknown' };

/**
 * An admin answers for sending one wave to many while the records of the mail's domain are not in order. The reason stays
 * in the audit trail; another wave needs a word of its own.
 */
export async function vouchForMail(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { waveId, reason, findings, actor }: { waveId: string; reason: string; findings: string; actor: Actor },
): Promise<Vouched> {
  return db.transaction().execute(async (tx) => {
    const wave = await findAskingWave(tx, workspace, waveId);
    if (!wave) return { kind: 'unknown' };
    if (wave.state === 'closed') return { kind: 'closed' };
    if (!(await setMailWord(tx, workspace, waveId, actor))) return { kind: 'already' };
    const detail = { reason, findings };
    const entry = { id: ids.make(), at: clock.now(), actor, act: 'vouch_for_mail', subject: waveId, detail };
    await writeAudit(tx, workspace, entry);
    return { kind: 'vouched' };
  });
}
