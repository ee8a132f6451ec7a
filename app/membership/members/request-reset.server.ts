import type { House } from '#app/platform/house.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { emailKey } from '../email-address.ts';
import { attemptKeys, countAttempt } from '../sign-in/count-attempt.server.ts';
import { readSettingsRow } from '../workspace.store.server.ts';
import { findMemberRow, membersToSignIn } from './member.store.server.ts';
import { resetMail } from './member-mail.ts';
import { makeLink, sendToMember } from './send-link.server.ts';

/** `posted` settles when the mails are out; the answer must not wait for it, or its time would tell who is known. */
export type ResetRequested = { kind: 'heard'; posted: Promise<void> } | { kind: 'wait'; seconds: number };

/** Mails a link for a new password to the member with this address, if there is one; one mail per workspace. */
export async function requestReset(
  house: House,
  input: { email: string; peer: string },
): Promise<ResetRequested> {
  const seconds = await countAttempt(house, attemptKeys(house, 'forgot', input.email, input.peer));
  if (seconds > 0) return { kind: 'wait', seconds };
  const posted = postLinks(house, input.email).catch((fault: unknown) => {
    house.log.error({ err: fault }, 'a link for a new password was not posted');
  });
  return { kind: 'heard', posted };
}

async function postLinks(house: House, email: string): Promise<void> {
  for (const { workspaceId, id } of await membersToSignIn(house.db, emailKey(email))) {
    const workspace = mintWorkspace(workspaceId);
    const member = await findMemberRow(house.db, workspace, id);
    if (!member) continue;
    const { name: workspaceName } = await readSettingsRow(house.db, workspace);
    const url = await makeLink(house, house.db, workspace, { memberId: id, kind: 'reset' });
    await sendToMember(house, workspace, member, resetMail({ workspaceName, name: member.name, url }));
  }
}
