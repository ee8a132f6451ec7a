import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Permission } from '../permission.ts';
import { SEEN_EVERY } from './session.ts';

export interface FoundSession {
  workspaceId: string;
  workspaceName: string;
  memberId: string;
  name: string;
  email: string;
  permission: Permission;
  seenAt: number;
  expiresAt: number;
}

/** The session behind a token with who holds it, ended or not; never that of a disabled member. */
export async function findSession(db: Db, tokenHash: string): Promise<FoundSession | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'session.workspace_id')
        .onRef('member.id', '=', 'session.member_id'),
    )
    .innerJoin('workspace', 'workspace.id', 'session.workspace_id')
    .select([
      'session.workspace_id as workspaceId',
      'workspace.name as workspaceName',
      'member.id as memberId',
      'member.name',
      'member.email',
      'member.permission',
      'session.seen_at as seenAt',
      'session.expires_at as expiresAt',
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('member.disabled_at', 'is', null)
    .executeTakeFirst();
}

export async function insertSession(
  db: Db,
  workspace: Workspace,
  session: { tokenHash: string; memberId: string; now: number; expiresAt: number },
): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      workspace_id: workspace.id,
      member_id: session.memberId,
      created_at: session.now,
      seen_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** Notes that the session is in use; a second sight within a minute is not worth a write. */
export async function touchSession(db: Db, tokenHash: string, now: number): Promise<void> {
  await db
    .updateTable('session')
    .set({ seen_at: now })
    .where('token_hash', '=', tokenHash)
    .where('seen_at', '<=', now - SEEN_EVERY)
    .execute();
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

export async function deleteSessionsOf(db: Db, workspace: Workspace, memberId: string): Promise<void> {
  await db
    .deleteFrom('session')
    .where('workspace_id', '=', workspace.id)
    .where('member_id', '=', memberId)
    .execute();
}

/** Removes sessions that can't be used again, of every workspace. */
export async function sweepSessions(db: Db, now: number): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute();
}
