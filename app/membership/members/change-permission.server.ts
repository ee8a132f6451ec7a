import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Permission } from '../permission.ts';
import { deleteSessionsOf } from '../sign-in/session.store.server.ts';
import { isLastAdmin } from './last-admin.ts';
import { ableAdmins, findMemberRow, updateMemberRow } from './member.store.server.ts';

export type PermissionChanged =
  | { kind: 'changed' }
  | { kind: 'same' }
  | { kind: 'unknown' }
  | { kind: 'last_admin' };

/** Gives a member another permission; they sign in again, so that no page goes on showing what it may not. */
export async function changePermission(
  house: House,
  workspace: Workspace,
  input: { memberId: string; permission: Permission; actor: string },
): Promise<PermissionChanged> {
  const { memberId, permission, actor } = input;
  // Serial, or two admins could demote each other at the same moment.
  return inSerialTransaction(house.db, async (tx) => {
    const member = await findMemberRow(tx, workspace, memberId);
    if (!member) return { kind: 'unknown' };
    if (member.permission === permission) return { kind: 'same' };
    if (isLastAdmin(memberId, await ableAdmins(tx, workspace))) return { kind: 'last_admin' };
    await updateMemberRow(tx, workspace, memberId, { permission });
    await deleteSessionsOf(tx, workspace, memberId);
    const [id, at] = [house.ids.make(), house.clock.now()];
    const detail = { from: member.permission, to: permission };
    await writeAudit(tx, workspace, { id, at, actor, act: 'change_permission', subject: memberId, detail });
    return { kind: 'changed' };
  });
}
