import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findRole, markConfirmed } from './role.store.server.ts';

export type ConfirmedRole =
  | { kind: 'confirmed' }
  | { kind: 'ended'; endedAt: number }
  | { kind: 'not_found' };

/** The actor vouches that the role is still held; from now on it is fresh for another review period. */
export function confirmRole(
  house: House,
  workspace: Workspace,
  input: { roleId: string; actor: Actor },
): Promise<ConfirmedRole> {
  return house.db.transaction().execute(async (tx) => {
    const role = await findRole(tx, workspace, input.roleId);
    if (!role) return { kind: 'not_found' };
    if (role.endedAt !== null) return { kind: 'ended', endedAt: role.endedAt };
    const now = house.clock.now();
    await markConfirmed(tx, workspace, { id: role.id, at: now, by: input.actor });
    await writeAudit(tx, workspace, {
      id: house.ids.make(),
      at: now,
      actor: input.actor,
      act: 'confirm_role',
      subject: role.id,
      detail: {},
    });
    return { kind: 'confirmed' };
  });
}
