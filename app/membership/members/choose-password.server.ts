import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { hashPassword } from '../sign-in/hash-password.server.ts';
import { refusePassword } from '../sign-in/password.ts';
import { deleteSessionsOf } from '../sign-in/session.store.server.ts';
import { startSession } from '../sign-in/start-session.server.ts';
import { updateMemberRow } from './member.store.server.ts';
import { endLinksOf, type MemberLink, spendLink } from './member-link.store.server.ts';
import type { MemberLinkKind } from './member-link.ts';
import { openLink } from './open-link.server.ts';

/** `gone`: the link is unknown, used or expired. */
export type ChosenPassword =
  | { kind: 'chosen'; setCookie: string }
  | { kind: 'refused'; message: string }
  | { kind: 'gone' };

const ACTS = { welcome: 'accept_invitation', reset: 'reset_password' } as const satisfies Record<
  MemberLinkKind,
  string
>;

/**
 * Sets the password of the member who holds a link from a mail, once, and signs them in. Every older session and
 * every other link of theirs ends: whoever had the old password is out.
 */
export async function choosePassword(
  house: House,
  input: { kind: MemberLinkKind; token: string; password: string },
): Promise<ChosenPassword> {
  const link = await openLink(house, input.kind, input.token);
  if (!link) return { kind: 'gone' };
  const message = refusePassword(input.password, link);
  if (message) return { kind: 'refused', message };
  const passwordHash = await hashPassword(input.password);
  return house.db.transaction().execute(async (tx) => {
    if (!(await spendLink(tx, hashToken(input.token), house.clock.now()))) return { kind: 'gone' };
    return { kind: 'chosen', setCookie: await setPassword(house, tx, link, input.kind, passwordHash) };
  });
}

async function setPassword(
  house: House,
  tx: Db,
  link: MemberLink,
  kind: MemberLinkKind,
  passwordHash: string,
) {
  const workspace = mintWorkspace(link.workspaceId);
  const { memberId, permission } = link;
  const now = house.clock.now();
  await updateMemberRow(tx, workspace, memberId, { password_hash: passwordHash });
  await endLinksOf(tx, workspace, memberId, now);
  await deleteSessionsOf(tx, workspace, memberId);
  const id = house.ids.make();
  await writeAudit(tx, workspace, {
    id,
    at: now,
    actor: memberId,
    act: ACTS[kind],
    subject: memberId,
    detail: {},
  });
  return startSession(house, tx, workspace, { id: memberId, permission });
}
