import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findEndpointRow } from './endpoint.store.server.ts';
import type { Endpoint } from './endpoint.ts';
import { toEndpoint } from './to-endpoint.server.ts';

/** One endpoint, or null where there is none of this id. */
export async function readEndpoint(
  { db, env, clock }: Pick<House, 'db' | 'env' | 'clock'>,
  workspace: Workspace,
  id: string,
): Promise<Endpoint | null> {
  const row = await findEndpointRow(db, workspace, id);
  return row ? toEndpoint(env, row, clock.now()) : null;
}
