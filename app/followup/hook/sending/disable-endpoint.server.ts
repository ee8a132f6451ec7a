import { tellMember } from '#app/delivery/notice/tell-member.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { changeEndpointRow, type EndpointRow, findEndpointRow } from '../endpoint/endpoint.store.server.ts';
import { disabledNotice } from './disabled-notice.ts';

/** Stops sending to an endpoint and tells whoever made it. What happens from now on is kept for it all the same. */
export async function disableEndpoint(
  house: Pick<House, 'db' | 'env' | 'clock' | 'ids'>,
  workspace: Workspace,
  { endpoint: { id }, why }: { endpoint: Pick<EndpointRow, 'id'>; why: string },
): Promise<void> {
  const now = house.clock.now();
  await inSerialTransaction(house.db, async (tx) => {
    const row = await findEndpointRow(tx, workspace, id);
    if (row?.state !== 'on') return;
    const cells = { ...row, state: 'disabled' as const, disabledWhy: why };
    if (!(await changeEndpointRow(tx, workspace, { id, cells }))) return;
    const entry = { id: house.ids.make(), at: now, actor: 'system', act: 'disable_webhook', subject: id };
    await writeAudit(tx, workspace, { ...entry, detail: { why } });
    const pageUrl = `${house.env.publicUrl}/settings/webhooks/${toSlug('endpoint', id)}`;
    await tellMember({ ...house, db: tx }, workspace, {
      ...{ memberId: row.createdBy, kind: 'webhook', about: `${id} ${now}` },
      notice: disabledNotice({ host: row.host, why, pageUrl }),
    });
  });
}
