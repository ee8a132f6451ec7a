import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { addressesOf, putFirst } from './person.store.server.ts';

/**
 * Chooses which of a person's addresses is written to from now on. Letters that are queued already keep theirs. Choosing the
 * one that is written to changes nothing.
 */
export function preferAddress(
  house: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { personId, emailKey, actor }: { personId: string; emailKey: string; actor: Actor },
): Promise<{ kind: 'preferred' } | { kind: 'not_found' }> {
  return inTransaction(house.db, async (tx) => {
    const chosen = (await addressesOf(tx, workspace, [personId])).find((one) => one.emailKey === emailKey);
    if (!chosen) return { kind: 'not_found' };
    if (chosen.position === 0) return { kind: 'preferred' };
    await putFirst(tx, workspace, chosen);
    await writeAudit(tx, workspace, {
      ...{ id: house.ids.make(), at: house.clock.now(), actor },
      ...{ act: 'change_person', subject: personId, detail: {} },
    });
    return { kind: 'preferred' };
  });
}
