import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findEndpointRow } from '../endpoint/endpoint.store.server.ts';
import { insertDeliveries, insertEvents } from '../event/event.store.server.ts';
import { toCells } from '../event/write-events.server.ts';

const NOTE = 'This is a test. Nothing happened, and whoever reads this hears what Rolecall sends.';

export type SentTest = { kind: 'queued'; eventId: string } | { kind: 'unknown' } | { kind: 'not_on' };

/** Queues an event that tells of nothing, for one endpoint. It goes the way of every other and stands in the log. */
export async function sendTest(
  house: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { id, actor }: { id: string; actor: Actor },
): Promise<SentTest> {
  return inSerialTransaction(house.db, async (tx): Promise<SentTest> => {
    const row = await findEndpointRow(tx, workspace, id);
    if (!row) return { kind: 'unknown' };
    if (row.state !== 'on') return { kind: 'not_on' };
    const [eventId, at] = [house.ids.make(), house.clock.now()];
    const data = { endpoint: toSlug('endpoint', id), note: NOTE };
    const cells = toCells({ kind: 'endpoint.test', subject: eventId, at, data, names: {} });
    await insertEvents(tx, workspace, [{ ...cells, id: eventId }]);
    await insertDeliveries(tx, workspace, [{ endpointId: id, eventId, at }]);
    const entry = { id: house.ids.make(), at, actor, act: 'test_webhook', subject: id, detail: {} };
    await writeAudit(tx, workspace, entry);
    return { kind: 'queued', eventId };
  });
}
