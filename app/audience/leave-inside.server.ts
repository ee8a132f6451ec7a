import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { employmentsOf, endEmployment } from './employment.store.server.ts';
import type { Leaving, LeftAccount } from './leave-account.server.ts';
import { endRole, rolesOf } from './role.store.server.ts';

/** Leaving, as part of a transaction that does more: `house.db` is that transaction. */
export async function leaveInside(
  { db: tx, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: Leaving,
): Promise<LeftAccount> {
  const { personId, accountId, reason, actor } = input;
  const now = clock.now();
  const at = input.at ?? now;
  const isHere = (one: { accountId: string; endedAt: number | null }) =>
    one.accountId === accountId && one.endedAt === null;
  const employments = (await employmentsOf(tx, workspace, [personId])).filter(isHere);
  const roles = (await rolesOf(tx, workspace, [personId])).filter(isHere);
  if (employments.length + roles.length === 0) return { kind: 'not_there' };
  await endEmployment(tx, workspace, { personId, accountId, at });
  for (const role of roles) {
    // A role that began after the day of leaving was never held: it ends where it began.
    await endRole(tx, workspace, { id: role.id, at: Math.max(at, role.startedAt), reason });
  }
  await writeAudit(tx, workspace, {
    id: ids.make(),
    at: now,
    actor,
    act: 'leave_account',
    subject: personId,
    detail: { accountId, reason, rolesEnded: roles.length },
  });
  return { kind: 'left', rolesEnded: roles.length };
}
