import { writeAudit } from '#app/platform/audit.store.server.ts';
import { DAY } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { emailKey } from '../email-address.ts';
import { type MemberToSignIn, membersToSignIn } from '../members/member.store.server.ts';
import { type AttemptKeys, attemptKeys, countAttempt } from './count-attempt.server.ts';
import { isPassword } from './hash-password.server.ts';
import { deleteSession, sweepSessions } from './session.store.server.ts';
import { startSession } from './start-session.server.ts';
import { deleteThrottle, forgiveAttempt, sweepThrottles } from './throttle.store.server.ts';

export interface SignInAttempt {
  email: string;
  password: string;
  peer: string;
  /** The token of a session the browser still holds; it ends here. */
  oldToken: string | null;
}

/** `refused` says neither whether the address is known nor whether its member is disabled. */
export type SignInOutcome =
  | { kind: 'signed_in'; setCookie: string }
  | { kind: 'refused' }
  | { kind: 'wait'; seconds: number };

export async function signIn(house: House, attempt: SignInAttempt): Promise<SignInOutcome> {
  const keys = attemptKeys(house, 'sign-in', attempt.email, attempt.peer);
  const seconds = await countAttempt(house, keys);
  if (seconds > 0) return { kind: 'wait', seconds };
  const candidates = await membersToSignIn(house.db, emailKey(attempt.email));
  const member = await whosePassword(candidates, attempt.password);
  if (!member) return { kind: 'refused' };
  return { kind: 'signed_in', setCookie: await welcome(house, member, attempt.oldToken, keys) };
}

/**
 * One address may be a member of several workspaces, each with its own password: the password chooses among
 * them, and when it is the same the newest membership wins. At least one password is always tried.
 */
async function whosePassword(candidates: readonly MemberToSignIn[], password: string) {
  if (candidates.length === 0) await isPassword(null, password);
  for (const member of candidates) if (await isPassword(member.passwordHash, password)) return member;
  return null;
}

async function welcome(house: House, member: MemberToSignIn, oldToken: string | null, keys: AttemptKeys) {
  const workspace = mintWorkspace(member.workspaceId);
  const now = house.clock.now();
  return house.db.transaction().execute(async (tx) => {
    await deleteThrottle(tx, keys.account);
    await forgiveAttempt(tx, keys.peer, now);
    await sweepThrottles(tx, now - DAY);
    await sweepSessions(tx, now);
    if (oldToken) await deleteSession(tx, hashToken(oldToken));
    const entry = {
      id: house.ids.make(),
      at: now,
      actor: member.id,
      act: 'sign_in',
      subject: member.id,
      detail: {},
    };
    await writeAudit(tx, workspace, entry);
    return startSession(house, tx, workspace, member);
  });
}
