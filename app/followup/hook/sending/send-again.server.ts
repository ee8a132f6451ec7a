import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findEndpointRow } from '../endpoint/endpoint.store.server.ts';
import { reopen } from './delivery.store.server.ts';

/** One event, or every one that was given up of what happened since. */
export type Again = { eventId: string } | { since: number };

/** Sends again, under the same id and with every attempt before it. What waits or is being sent is left as it is. */
export async function sendAgain(
  house: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { id, again, actor }: { id: string; again: Again; actor: Actor },
): Promise<{ kind: 'reopened'; deliveries: number } | { kind: 'unknown' }> {
  return inSerialTransaction(house.db, async (tx) => {
    if (!(await findEndpointRow(tx, workspace, id))) return { kind: 'unknown' };
    const now = house.clock.now();
    const deliveries = await reopen(tx, workspace, { endpointId: id, now, ...again });
    const detail = { ...again, deliveries };
    const entry = { id: house.ids.make(), at: now, actor, act: 'replay_webhook', subject: id, detail };
    await writeAudit(tx, workspace, entry);
    return { kind: 'reopened', deliveries };
  });
}
