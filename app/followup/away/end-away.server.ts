import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { deleteAway } from './away.store.server.ts';

/** A member is back, or does not go: new work comes to them again. False where there is no such time of theirs. */
export async function endAway(
  house: House,
  workspace: Workspace,
  { awayId, memberId }: { awayId: string; memberId: string },
): Promise<boolean> {
  return inTransaction(house.db, async (tx) => {
    if (!(await deleteAway(tx, workspace, { id: awayId, memberId }))) return false;
    const at = house.clock.now();
    await writeAudit(tx, workspace, {
      ...{ id: house.ids.make(), at, actor: memberId, act: 'be_back', subject: awayId, detail: {} },
    });
    return true;
  });
}
