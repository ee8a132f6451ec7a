import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { judgeAddress } from '#app/platform/judge-address.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { followWorkspace } from '../event/follow-happenings.server.ts';
import { sealHookUrl } from '../sending/hook-secret.server.ts';
import { changeEndpointRow, findEndpointRow } from './endpoint.store.server.ts';
import type { EndpointInput } from './endpoint-input.ts';

/** The format stays: a receiver of the other one is another endpoint. */
export type EndpointChange = Omit<EndpointInput, 'format'>;

export type ChangedEndpoint =
  | { kind: 'changed' }
  | { kind: 'unknown' }
  | { kind: 'unfit_address'; why: string };

/** Changes where events go, which ones, and whether they carry names; what waits goes to the new address. */
export async function changeEndpoint(
  house: Pick<House, 'db' | 'env' | 'ids' | 'clock'>,
  workspace: Workspace,
  { id, actor, ...change }: EndpointChange & { id: string; actor: Actor },
): Promise<ChangedEndpoint> {
  const judged = judgeAddress(change.url, house.env.reach);
  if (judged.kind === 'unfit') return { kind: 'unfit_address', why: judged.why };
  // What it wanted so far is told first: for what it wants anew the clock starts now.
  await followWorkspace(house, workspace);
  return inSerialTransaction(house.db, async (tx): Promise<ChangedEndpoint> => {
    const row = await findEndpointRow(tx, workspace, id);
    if (!row) return { kind: 'unknown' };
    const now = house.clock.now();
    const { url, ...said } = change;
    const isMore = said.kinds.some((kind) => !row.kinds.includes(kind));
    const host = judged.url.host;
    const cells = { ...row, ...said, host, url: sealHookUrl(house.env, id, url) };
    await changeEndpointRow(tx, workspace, { id, cells: { ...cells, since: isMore ? now : row.since } });
    const detail = { before: shown(row), after: shown(cells) };
    const entry = { id: house.ids.make(), at: now, actor, act: 'change_webhook', subject: id, detail };
    await writeAudit(tx, workspace, entry);
    return { kind: 'changed' };
  });
}

function shown({
  host,
  kinds,
  carriesNames,
}: {
  host: string;
  kinds: readonly string[];
  carriesNames: boolean;
}) {
  return { host, kinds, carriesNames };
}
