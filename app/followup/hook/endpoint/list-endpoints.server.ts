import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countOpen } from '../sending/delivery.store.server.ts';
import { listEndpointRows } from './endpoint.store.server.ts';
import type { Endpoint } from './endpoint.ts';
import { toEndpoint } from './to-endpoint.server.ts';

/** Every endpoint in the order they were made, with how much waits for each. */
export async function listEndpoints(
  { db, env, clock }: Pick<House, 'db' | 'env' | 'clock'>,
  workspace: Workspace,
): Promise<(Endpoint & { waiting: number })[]> {
  const rows = await listEndpointRows(db, workspace);
  const open = await countOpen(db, workspace);
  return rows.map((row) => ({ ...toEndpoint(env, row, clock.now()), waiting: open.get(row.id) ?? 0 }));
}
