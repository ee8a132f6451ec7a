import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { InDoubtRule } from './in-doubt.ts';
import { findProgramme, setInDoubt } from './programme.store.server.ts';

export type ChangedInDoubt = { kind: 'changed' } | { kind: 'same' } | { kind: 'unknown' };

/**
 * Says anew what becomes of mails in doubt, for every send of a programme: also for those that are in doubt already and
 * wait, and never for what went out once more before.
 */
export async function changeInDoubt(
  { db, ids, clock, wakeSender }: Pick<House, 'db' | 'ids' | 'clock' | 'wakeSender'>,
  workspace: Workspace,
  { programmeId, inDoubt, actor }: { programmeId: string; inDoubt: InDoubtRule; actor: Actor },
): Promise<ChangedInDoubt> {
  const changed = await inTransaction(db, async (tx): Promise<ChangedInDoubt> => {
    const programme = await findProgramme(tx, workspace, programmeId);
    if (programme?.origin !== 'asked') return { kind: 'unknown' };
    // Told by the write itself, so that of two at once each change is in the audit trail once.
    if (!(await setInDoubt(tx, workspace, programmeId, inDoubt))) return { kind: 'same' };
    const entry = { id: ids.make(), at: clock.now(), actor, act: 'change_in_doubt', subject: programmeId };
    await writeAudit(tx, workspace, { ...entry, detail: { from: programme.inDoubt, to: inDoubt } });
    return { kind: 'changed' };
  });
  if (changed.kind === 'changed') wakeSender();
  return changed;
}
