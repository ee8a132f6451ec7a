import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { hashToken, randomToken } from '#app/platform/secrets.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Permission } from '../permission.ts';
import { insertSession } from './session.store.server.ts';
import { sessionEnd } from './session.ts';
import { keepSessionCookie } from './session-cookie.ts';

/**
 * Opens a session for a member who has just proved who they are, inside `tx`, and returns the `Set-Cookie` line.
 * The database keeps a hash, so that a copy of it opens nothing.
 */
export async function startSession(
  { clock, env }: House,
  tx: Db,
  workspace: Workspace,
  member: { id: string; permission: Permission },
): Promise<string> {
  const now = clock.now();
  const token = randomToken();
  const expiresAt = sessionEnd(member.permission, now);
  await insertSession(tx, workspace, { tokenHash: hashToken(token), memberId: member.id, now, expiresAt });
  return keepSessionCookie(token, expiresAt, now, env.publicUrl);
}
