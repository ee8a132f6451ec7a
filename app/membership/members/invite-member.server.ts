import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Permission } from '../permission.ts';
import { readSettingsRow } from '../workspace.store.server.ts';
import { findMemberByEmail, insertMember } from './member.store.server.ts';
import { endLinksOf } from './member-link.store.server.ts';
import { welcomeMail } from './member-mail.ts';
import { makeLink, sendToMember } from './send-link.server.ts';

export interface MemberInvitation {
  email: string;
  name: string;
  permission: Permission;
  /** The member who invites. */
  actor: { id: string; name: string };
}

/** `mailed` is false when the mail server did not take the mail; inviting again sends a new link. */
export type Invited =
  | { kind: 'invited'; memberId: string; url: string; mailed: boolean }
  | { kind: 'taken' }
  | { kind: 'disabled' };

/** Adds a member who has no password yet and mails them a link to choose one; invited again, they get a new link. */
export async function inviteMember(
  house: House,
  workspace: Workspace,
  input: MemberInvitation,
): Promise<Invited> {
  const { name: workspaceName } = await readSettingsRow(house.db, workspace);
  const outcome = await addMember(house, workspace, input);
  if (outcome.kind !== 'added') return outcome;
  const { memberId, url } = outcome;
  const mail = welcomeMail({ workspaceName, name: input.name, url, inviter: input.actor.name });
  return { kind: 'invited', memberId, url, mailed: await sendToMember(house, workspace, input, mail) };
}

async function addMember(house: House, workspace: Workspace, input: MemberInvitation) {
  const now = house.clock.now();
  return house.db.transaction().execute(async (tx) => {
    const known = await findMemberByEmail(tx, workspace, input.email);
    if (known?.disabledAt) return { kind: 'disabled' as const };
    if (known?.hasPassword) return { kind: 'taken' as const };
    const memberId = known?.id ?? house.ids.make();
    if (known) await endLinksOf(tx, workspace, memberId, now);
    else await insertMember(tx, workspace, { ...input, id: memberId, passwordHash: null, now });
    const url = await makeLink(house, tx, workspace, { memberId, kind: 'welcome' });
    await writeAudit(tx, workspace, {
      id: house.ids.make(),
      at: now,
      actor: input.actor.id,
      act: 'invite_member',
      subject: memberId,
      detail: { permission: known?.permission ?? input.permission, again: known !== undefined },
    });
    return { kind: 'added' as const, memberId, url };
  });
}
