import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { employmentsOf, endEmployment } from './employment.store.server.ts';
import { endRole, rolesOf } from './role.store.server.ts';

export interface Leaving {
  personId: string;
  accountId: string;
  /** ms; now when left out. */
  at?: number;
  reason: string;
  actor: Actor;
}

export type LeftAccount = { kind: 'left'; rolesEnded: number } | { kind: 'not_there' };

/** Ends the employment and every open role at this account. The past stays with the account (DOMAIN.md A3). */
export function leaveAccount(house: House, workspace: Workspace, input: Leaving): Promise<LeftAccount> {
  return house.db.transaction().execute(async (tx) => {
    const now = house.clock.now();
    const at = input.at ?? now;
    const isHere = ({ accountId, endedAt }: { accountId: string; endedAt: number | null }) =>
      accountId === input.accountId && endedAt === null;
    const employments = (await employmentsOf(tx, workspace, [input.personId])).filter(isHere);
    const roles = (await rolesOf(tx, workspace, [input.personId])).filter(isHere);
    if (employments.length + roles.length === 0) return { kind: 'not_there' };
    await endEmployment(tx, workspace, { personId: input.personId, accountId: input.accountId, at });
    for (const role of roles) {
      // A role that began after the day of leaving was never held: it ends where it began.
      await endRole(tx, workspace, { id: role.id, at: Math.max(at, role.startedAt), reason: input.reason });
    }
    await writeAudit(tx, workspace, {
      id: house.ids.make(),
      at: now,
      actor: input.actor,
      act: 'leave_account',
      subject: input.personId,
      detail: { accountId: input.accountId, reason: input.reason, rolesEnded: roles.length },
    });
    return { kind: 'left', rolesEnded: roles.length };
  });
}
