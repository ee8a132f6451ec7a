import type { AppLoadContext } from '@remix-run/node';
import { refusal } from '#app/platform/http/problem.server.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { API_PROBLEMS, problemOf } from '#app/platform/wire/problem.ts';
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
): Promise<{ workspace: Workspace; actor: Actor; scopes: readonly ApiScope[] }> {
  const token = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const key = token && (await findKeyByToken(house.db, hashToken(token)));
  if (!key) throw unauthorized();
  if (!key.scopes.includes(scope)) throw scopeMissing(scope);
  const workspace = mintWorkspace(key.workspaceId);
  await touchApiKey(house.db, workspace, key.id, house.clock.now());
  return { workspace, actor: key.id, scopes: key.scopes };
}

function unauthorized(): Response {
  const detail = 'Send a live API key as “Authorization: Bearer <key>”.';
  return refusal(problemOf(API_PROBLEMS, 'UNAUTHORIZED', detail), { 'www-authenticate': 'Bearer' });
}

function scopeMissing(scope: ApiScope): Response {
  const detail = `This key does not hold the scope ${scope}.`;
  return refusal(problemOf(API_PROBLEMS, 'SCOPE_MISSING', detail, { scope }));
}
