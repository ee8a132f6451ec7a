import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { judgeAddress } from '#app/platform/judge-address.ts';
import { inSerialTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { makeHookSecret, sealHookUrl } from '../sending/hook-secret.server.ts';
import { insertEndpoint, listEndpointRows } from './endpoint.store.server.ts';
import { MOST_ENDPOINTS } from './endpoint.ts';
import type { EndpointInput } from './endpoint-input.ts';

export type CreatedEndpoint =
  /** `secret` is shown now and never again; null where the format is not signed. */
  | { kind: 'created'; id: string; secret: string | null }
  | { kind: 'unfit_address'; why: string }
  | { kind: 'too_many' };

/** Makes an endpoint that hears of what happens from now on. */
export async function createEndpoint(
  house: Pick<House, 'db' | 'env' | 'ids' | 'clock'>,
  workspace: Workspace,
  { actor, ...input }: EndpointInput & { actor: Actor },
): Promise<CreatedEndpoint> {
  const { env, ids } = house;
  const judged = judgeAddress(input.url, env.reach);
  if (judged.kind === 'unfit') return { kind: 'unfit_address', why: judged.why };
  const [id, now] = [ids.make(), house.clock.now()];
  const made = input.format === 'standard' ? makeHookSecret(env, id) : null;
  return inSerialTransaction(house.db, async (tx): Promise<CreatedEndpoint> => {
    if ((await listEndpointRows(tx, workspace)).length >= MOST_ENDPOINTS) return { kind: 'too_many' };
    const { url, ...said } = input;
    await insertEndpoint(tx, workspace, {
      ...{ ...said, id, url: sealHookUrl(env, id, url), host: judged.url.host },
      ...{ secret: made?.sealed ?? null, formerSecret: null, formerUntil: null },
      ...{ state: 'on', disabledWhy: null, failingSince: null, since: now },
      ...{ createdBy: actor, createdAt: now },
    });
    const { kinds, format, carriesNames } = input;
    const detail = { host: judged.url.host, kinds, format, carriesNames };
    const entry = { id: ids.make(), at: now, actor, act: 'create_webhook', subject: id, detail };
    await writeAudit(tx, workspace, entry);
    return { kind: 'created', id, secret: made?.secret ?? null };
  });
}
