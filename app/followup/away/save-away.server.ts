import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { dayAt } from '../due-time.ts';
import { findAbleMember } from '../member.store.server.ts';
import { insertAway, listAwayRows } from './away.store.server.ts';

export type SavedAway =
  | { kind: 'saved'; id: string }
  /** Nobody who can sign in and works on follow-ups, or the member themselves. */
  | { kind: 'unknown_deputy' }
  | { kind: 'past' }
  /** They are away on some of these days already. */
  | { kind: 'overlap' };

/** A member says when they are out of office and who gets new work meanwhile. What they own already stays theirs. */
export async function saveAway(
  house: House,
  workspace: Workspace,
  away: { memberId: string; deputyId: string; fromDay: string; toDay: string },
): Promise<SavedAway> {
  const { memberId, deputyId, fromDay, toDay } = away;
  if (deputyId === memberId) return { kind: 'unknown_deputy' };
  return inTransaction(house.db, async (tx) => {
    const at = house.clock.now();
    const today = dayAt(at, await readAskingRules(tx, workspace));
    if (toDay < today) return { kind: 'past' };
    if (!(await findAbleMember(tx, workspace, deputyId))) return { kind: 'unknown_deputy' };
    const known = await listAwayRows(tx, workspace, today);
    const own = known.filter((one) => one.memberId === memberId);
    if (own.some((one) => one.fromDay <= toDay && fromDay <= one.toDay)) return { kind: 'overlap' };
    const id = house.ids.make();
    await insertAway(tx, workspace, { ...away, id, at });
    await writeAudit(tx, workspace, {
      ...{ id: house.ids.make(), at, actor: memberId, act: 'be_away', subject: id },
      detail: { deputyId, fromDay, toDay },
    });
    return { kind: 'saved', id };
  });
}
