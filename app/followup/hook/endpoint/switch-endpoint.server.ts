import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { hurryWaiting } from '../sending/delivery.store.server.ts';
import { changeEndpointRow, findEndpointRow } from './endpoint.store.server.ts';

/**
 * Switches an endpoint on or off. While it is off nothing that happens is kept for it; what waited goes out once it is on.
 * Switched on after this product disabled it, it is sent everything it missed.
 */
export async function switchEndpoint(
  house: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { id, to, actor }: { id: string; to: 'on' | 'off'; actor: Actor },
): Promise<{ kind: 'switched' } | { kind: 'unknown' }> {
  return inSerialTransaction(house.db, async (tx): Promise<{ kind: 'switched' } | { kind: 'unknown' }> => {
    const row = await findEndpointRow(tx, workspace, id);
    if (!row) return { kind: 'unknown' };
    if (row.state === to) return { kind: 'switched' };
    const now = house.clock.now();
    const since = row.state === 'off' ? now : row.since;
    const cells = { ...row, state: to, disabledWhy: null, failingSince: null, since };
    await changeEndpointRow(tx, workspace, { id, cells });
    if (to === 'on') await hurryWaiting(tx, workspace, { endpointId: id, now });
    const detail = { before: row.state, after: to };
    const entry = { id: house.ids.make(), at: now, actor, act: 'switch_webhook', subject: id, detail };
    await writeAudit(tx, workspace, entry);
    return { kind: 'switched' };
  });
}
