import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { deleteEndpointRow, findEndpointRow } from './endpoint.store.server.ts';

/** Deletes an endpoint with its secrets, its log and what waits for it. What happened goes on being sent to the others. */
export async function deleteEndpoint(
  house: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { id, actor }: { id: string; actor: Actor },
): Promise<{ kind: 'deleted' } | { kind: 'unknown' }> {
  return inSerialTransaction(house.db, async (tx): Promise<{ kind: 'deleted' } | { kind: 'unknown' }> => {
    const row = await findEndpointRow(tx, workspace, id);
    if (!row) return { kind: 'unknown' };
    await deleteEndpointRow(tx, workspace, id);
    const detail = { host: row.host, kinds: row.kinds };
    const at = house.clock.now();
    const entry = { id: house.ids.make(), at, actor, act: 'delete_webhook', subject: id, detail };
    await writeAudit(tx, workspace, entry);
    return { kind: 'deleted' };
  });
}
