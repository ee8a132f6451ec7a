import { MINUTE } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type ApiScope, isApiScope } from './api-scope.ts';

export interface ApiKey {
  id: string;
  name: string;
  scopes: ApiScope[];
  createdBy: string;
  createdAt: number;
  usedAt: number | null;
  revokedAt: number | null;
}

export async function insertApiKey(
  db: Db,
  workspace: Workspace,
  key: {
    id: string;
    name: string;
    tokenHash: string;
    scopes: readonly ApiScope[];
    createdBy: string;
    now: number;
  },
): Promise<void> {
  await db
    .insertInto('api_key')
    .values({
      workspace_id: workspace.id,
      id: key.id,
      name: key.name,
      token_hash: key.tokenHash,
      scopes: JSON.stringify(key.scopes),
      created_by: key.createdBy,
      created_at: key.now,
      used_at: null,
      revoked_at: null,
    })
    .execute();
}

/** The key that a token is, in whichever workspace; never a revoked one. */
export async function findKeyByToken(db: Db, tokenHash: string) {
  const row = await db
    .selectFrom('api_key')
    .select(['workspace_id as workspaceId', 'id', 'scopes'])
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, scopes: readScopes(row.scopes) };
}

/** Notes that the key is in use, at most each minute. */
export async function touchApiKey(db: Db, workspace: Workspace, id: string, now: number): Promise<void> {
  await db
    .updateTable('api_key')
    .set({ used_at: now })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where((where) => where.or([where('used_at', 'is', null), where('used_at', '<=', now - MINUTE)]))
    .execute();
}

/** Newest first, revoked ones too. */
export async function listApiKeyRows(db: Db, workspace: Workspace): Promise<ApiKey[]> {
  const rows = await db
    .selectFrom('api_key')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'api_key.workspace_id')
        .onRef('member.id', '=', 'api_key.created_by'),
    )
    .select([
      'api_key.id',
      'api_key.name',
      'api_key.scopes',
      'member.name as createdBy',
      'api_key.created_at as createdAt',
      'api_key.used_at as usedAt',
      'api_key.revoked_at as revokedAt',
    ])
    .where('api_key.workspace_id', '=', workspace.id)
    .orderBy('api_key.id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, scopes: readScopes(row.scopes) }));
}

/** Revokes a key and says whether there was one to revoke. */
export async function revokeKeyRow(db: Db, workspace: Workspace, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A scope that no longer exists opens nothing. */
function readScopes(json: string): ApiScope[] {
  const kept: unknown = JSON.parse(json);
  return Array.isArray(kept) ? kept.filter((scope) => typeof scope === 'string').filter(isApiScope) : [];
}
