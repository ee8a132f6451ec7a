import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findMemberRow, updateMemberRow } from './member.store.server.ts';

/** Lets a disabled member sign in again, with the password and the permission they had. */
export async function restoreMember(
  house: House,
  workspace: Workspace,
  { memberId, actor }: { memberId: string; actor: string },
): Promise<{ kind: 'restored' } | { kind: 'unknown' }> {
  return house.db.transaction().execute(async (tx) => {
    const member = await findMemberRow(tx, workspace, memberId);
    if (!member) return { kind: 'unknown' };
    if (!member.disabledAt) return { kind: 'restored' };
    await updateMemberRow(tx, workspace, memberId, { disabled_at: null });
    const [id, at] = [house.ids.make(), house.clock.now()];
    await writeAudit(tx, workspace, { id, at, actor, act: 'restore_member', subject: memberId, detail: {} });
    return { kind: 'restored' };
  });
}
