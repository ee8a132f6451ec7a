import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { deleteSessionsOf } from '../sign-in/session.store.server.ts';
import { isLastAdmin } from './last-admin.ts';
import { ableAdmins, findMemberRow, updateMemberRow } from './member.store.server.ts';
import { endLinksOf } from './member-link.store.server.ts';

export type Disabled = { kind: 'disabled' } | { kind: 'unknown' } | { kind: 'last_admin' };

/** Shuts a member out from this moment: sessions and links end in the same transaction. What they did stays. */
export async function disableMember(
  house: House,
  workspace: Workspace,
  { memberId, actor }: { memberId: string; actor: string },
): Promise<Disabled> {
  const at = house.clock.now();
  // Serial, or two admins could disable each other at the same moment.
  return inSerialTransaction(house.db, async (tx) => {
    const member = await findMemberRow(tx, workspace, memberId);
    if (!member) return { kind: 'unknown' };
    if (member.disabledAt) return { kind: 'disabled' };
    if (isLastAdmin(memberId, await ableAdmins(tx, workspace))) return { kind: 'last_admin' };
    await updateMemberRow(tx, workspace, memberId, { disabled_at: at });
    await deleteSessionsOf(tx, workspace, memberId);
    await endLinksOf(tx, workspace, memberId, at);
    const id = house.ids.make();
    await writeAudit(tx, workspace, { id, at, actor, act: 'disable_member', subject: memberId, detail: {} });
    return { kind: 'disabled' };
  });
}
