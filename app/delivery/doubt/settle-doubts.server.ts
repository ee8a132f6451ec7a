import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findDoubting, queueAgain, takeAsArrived } from './doubt.store.server.ts';
import { type Decision, fateOfDoubt } from './doubt.ts';

export type SettledDoubts =
  /** None where somebody, or a mail server, was quicker. */
  { kind: 'settled'; letters: number } | { kind: 'not_open' } | { kind: 'unknown' };

export interface Settling {
  waveId: string;
  /** One mail; null for all that wait for a member. */
  messageId: string | null;
  decision: Decision;
  actor: Actor;
}

/**
 * A member says what becomes of mails in doubt: once more, to the byte, or taken as arrived. Said twice it changes nothing
 * the second time, and no mail goes out a third time.
 */
export async function settleDoubts(
  { db, ids, clock, wakeSender }: Pick<House, 'db' | 'ids' | 'clock' | 'wakeSender'>,
  workspace: Workspace,
  { waveId, messageId, decision, actor }: Settling,
): Promise<SettledDoubts> {
  const at = clock.now();
  const settled = await inTransaction(db, async (tx): Promise<SettledDoubts> => {
    const found = await findDoubting(tx, workspace, waveId);
    if (!found) return { kind: 'unknown' };
    if (decision === 'send_again' && found.waveState !== 'open') return { kind: 'not_open' };
    const doubting = { ...found, isHeldUp: found.pausedAt !== null };
    const goByThemselves = fateOfDoubt({ resent: 0, doubtedAt: at }, doubting).kind !== 'decide';
    const which = { waveId, messageId, at };
    const letters =
      decision === 'send_again'
        ? await queueAgain(tx, workspace, which)
        : await takeAsArrived(tx, workspace, { ...which, onlyTwice: messageId === null && goByThemselves });
    if (letters > 0)
      await writeAudit(tx, workspace, {
        ...{ id: ids.make(), at, actor, act: 'settle_doubts', subject: messageId ?? waveId },
        detail: { decision, letters },
      });
    return { kind: 'settled', letters };
  });
  if (settled.kind === 'settled' && decision === 'send_again') wakeSender();
  return settled;
}
