import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { changeEndpointRow, findEndpointRow } from './endpoint.store.server.ts';

/** Ends the secret before the present one at once: the receiver knows the new one, or the old one leaked. */
export async function endFormerSecret(
  house: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { id, actor }: { id: string; actor: Actor },
): Promise<{ kind: 'ended' } | { kind: 'unknown' }> {
  return inSerialTransaction(house.db, async (tx): Promise<{ kind: 'ended' } | { kind: 'unknown' }> => {
    const row = await findEndpointRow(tx, workspace, id);
    if (!row) return { kind: 'unknown' };
    if (row.formerSecret === null) return { kind: 'ended' };
    const now = house.clock.now();
    await changeEndpointRow(tx, workspace, {
      id,
      cells: { ...row, formerSecret: null, formerUntil: null },
    });
    const entry = {
      id: house.ids.make(),
      at: now,
      actor,
      act: 'end_webhook_secret',
      subject: id,
      detail: {},
    };
    await writeAudit(tx, workspace, entry);
    return { kind: 'ended' };
  });
}
