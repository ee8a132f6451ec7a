import { type AppLoadContext, redirect } from '@remix-run/node';
import type { House } from '#app/platform/house.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { PERMISSIONS, type Permission } from './permission.ts';
import { type FoundSession, findSession, touchSession } from './sign-in/session.store.server.ts';
import { isLive, SEEN_EVERY } from './sign-in/session.ts';
import { readSessionCookie } from './sign-in/session-cookie.ts';

export interface SignedIn {
  workspace: Workspace;
  workspaceName: string;
  member: { id: string; name: string; email: string; permission: Permission };
}

/**
 * The first line of every loader and action behind sign-in. Throws a redirect to `/sign-in?next=` for a caller
 * without a live session, and a 403 answer for a member whose permission is not among `permissions`.
 */
export async function requireMember(
  request: Request,
  context: AppLoadContext,
  permissions: readonly Permission[] = PERMISSIONS,
): Promise<SignedIn> {
  const signedIn = await findMember(request, context);
  if (!signedIn) throw redirect(signInPath(request), 303);
  if (!permissions.includes(signedIn.member.permission)) throw new Response(null, { status: 403 });
  return signedIn;
}

/** Who sent the request, or null. For the doors that open to both. */
export async function findMember(request: Request, { house }: AppLoadContext): Promise<SignedIn | null> {
  const token = readSessionCookie(request.headers, house.env.publicUrl);
  if (!token) return null;
  const tokenHash = hashToken(token);
  const session = await findSession(house.db, tokenHash);
  if (!session || !isLive(session, house.clock.now())) return null;
  await noteSight(house, tokenHash, session);
  return signedInAs(session);
}

/** The one write that a GET may cause: it needs a live session, so no scanner of links can bring it about. */
async function noteSight({ db, clock }: House, tokenHash: string, { seenAt }: FoundSession): Promise<void> {
  if (clock.now() - seenAt >= SEEN_EVERY) await touchSession(db, tokenHash, clock.now());
}

function signedInAs(session: FoundSession): SignedIn {
  const { memberId: id, name, email, permission } = session;
  return {
    workspace: mintWorkspace(session.workspaceId),
    workspaceName: session.workspaceName,
    member: { id, name, email, permission },
  };
}

function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return `/sign-in?next=${encodeURIComponent(pathname + search)}`;
}
