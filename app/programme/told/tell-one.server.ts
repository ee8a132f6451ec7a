import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { hasAnsweredByName, insertRespondents } from './respondent.store.server.ts';
import { addTold, listLetters } from './told.store.server.ts';
import type { LaneId } from './told.ts';

/** Writes down that one respondent was told by a follow-up, in the transaction given. */
export async function tellOne(
  tx: Db,
  workspace: Workspace,
  { invitationId, at, ...lane }: LaneId & { invitationId: string; at: number },
): Promise<void> {
  // Only who answered is owed an answer; in confidence a sum that moves would say whether this one did.
  if (!(await hasAnsweredByName(tx, workspace, invitationId))) return;
  const fresh = await insertRespondents(tx, workspace, [invitationId], { way: 'follow_up', at });
  if (fresh.length === 0) return;
  const letters = await listLetters(tx, workspace, lane);
  // A letter that is being written to everybody heard so far has counted them already.
  const isOnItsWay = letters.some(({ sentAt, queuedAt }) => sentAt !== null && queuedAt === null);
  if (!isOnItsWay) await addTold(tx, workspace, lane);
}
