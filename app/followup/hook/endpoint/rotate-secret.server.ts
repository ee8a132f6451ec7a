import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { CHANGE_OVER } from '../sending/hook-retry.ts';
import { makeHookSecret } from '../sending/hook-secret.server.ts';
import { changeEndpointRow, findEndpointRow } from './endpoint.store.server.ts';

export type RotatedSecret =
  /** Shown now and never again. */
  { kind: 'rotated'; secret: string; formerUntil: number } | { kind: 'unknown' } | { kind: 'not_signed' };

/** Gives an endpoint another secret. Both sign for a day, so that its receiver can change over without missing anything. */
export async function rotateSecret(
  house: Pick<House, 'db' | 'env' | 'ids' | 'clock'>,
  workspace: Workspace,
  { id, actor }: { id: string; actor: Actor },
): Promise<RotatedSecret> {
  const { secret, sealed } = makeHookSecret(house.env, id);
  return inSerialTransaction(house.db, async (tx): Promise<RotatedSecret> => {
    const row = await findEndpointRow(tx, workspace, id);
    if (!row) return { kind: 'unknown' };
    if (row.secret === null) return { kind: 'not_signed' };
    const now = house.clock.now();
    const formerUntil = now + CHANGE_OVER;
    const cells = { ...row, secret: sealed, formerSecret: row.secret, formerUntil };
    await changeEndpointRow(tx, workspace, { id, cells });
    const entry = { id: house.ids.make(), at: now, actor, act: 'rotate_webhook_secret', subject: id };
    await writeAudit(tx, workspace, { ...entry, detail: { formerUntil } });
    return { kind: 'rotated', secret, formerUntil };
  });
}
