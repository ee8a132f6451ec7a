import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { endRole, findRole } from './role.store.server.ts';

export interface RoleEnd {
  roleId: string;
  /** ms; now when left out. */
  endedAt?: number;
  /** In words, e.g. “moved to another team”. */
  reason: string;
  actor: Actor;
}

export type ClosedRole =
  | { kind: 'closed' }
  | { kind: 'already_closed'; endedAt: number }
  | { kind: 'before_start'; startedAt: number }
  | { kind: 'not_found' };

/** Ends an episode. What was answered in it stays under it, and the seat stands empty from then on. */
export function closeRole(house: House, workspace: Workspace, input: RoleEnd): Promise<ClosedRole> {
  return house.db.transaction().execute(async (tx) => {
    const role = await findRole(tx, workspace, input.roleId);
    if (!role) return { kind: 'not_found' };
    if (role.endedAt !== null) return { kind: 'already_closed', endedAt: role.endedAt };
    const now = house.clock.now();
    const at = input.endedAt ?? now;
    if (at < role.startedAt) return { kind: 'before_start', startedAt: role.startedAt };
    await endRole(tx, workspace, { id: role.id, at, reason: input.reason });
    await writeAudit(tx, workspace, {
      id: house.ids.make(),
      at: now,
      actor: input.actor,
      act: 'end_role',
      subject: role.id,
      detail: { reason: input.reason },
    });
    return { kind: 'closed' };
  });
}
