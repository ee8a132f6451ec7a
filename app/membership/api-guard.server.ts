import type { AppLoadContext } from '@remix-run/node';
import { hashToken } from '#app/platform/secrets.server.ts';
import { type Actor, mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { findKeyByToken, touchApiKey } from './keys/api-key.store.server.ts';
import type { ApiScope } from './keys/api-scope.ts';

/**
 * The first line of every loader and action of the API. Throws problem+json (RFC 9457): 401 without a live key,
 * 403 when the key lacks `scope`.
 */
export async function requireKey(
  request: Request,
  { house }: AppLoadContext,
  scope: ApiScope,
): Promise<{ workspace: Workspace; actor: Actor }> {
  const token = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const key = token && (await findKeyByToken(house.db, hashToken(token)));
  if (!key) throw problem(401, 'unauthorized', 'Send a live API key as “Authorization: Bearer <key>”.');
  if (!key.scopes.includes(scope))
    throw problem(403, 'scope-missing', `This key does not hold the scope ${scope}.`);
  const workspace = mintWorkspace(key.workspaceId);
  await touchApiKey(house.db, workspace, key.id, house.clock.now());
  return { workspace, actor: key.id };
}

function problem(status: 401 | 403, name: string, detail: string): Response {
  const title = status === 401 ? 'Unauthorized' : 'Forbidden';
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify({ type: `/problems/${name}`, title, status, detail }), {
    status,
    headers,
  });
}
