import { z } from 'zod';
import { EmailAddress } from '#app/membership/email-address.ts';
import { changePermission } from '#app/membership/members/change-permission.server.ts';
import { disableMember } from '#app/membership/members/disable-member.server.ts';
import { inviteMember } from '#app/membership/members/invite-member.server.ts';
import { restoreMember } from '#app/membership/members/restore-member.server.ts';
import { PERMISSIONS } from '#app/membership/permission.ts';
import type { House } from '#app/platform/house.ts';
import { type FaultyForm, faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Workspace } from '#app/platform/workspace.ts';

const Permitted = z.enum(PERMISSIONS, { error: 'Choose what they may do.' });

const Invitation = z.object({
  name: z.string().trim().min(1, 'Write their name.').max(120, 'Write at most 120 characters.'),
  email: EmailAddress,
  permission: Permitted,
});

/** `said` names the sentence that the page shows next. */
export async function inviteFromForm(
  house: House,
  workspace: Workspace,
  actor: { id: string; name: string },
  form: FormData,
): Promise<FaultyForm | { kind: 'invited'; said: string }> {
  const read = readForm(form, Invitation);
  if (read.kind === 'faulty') return read;
  const outcome = await inviteMember(house, workspace, { ...read.input, actor });
  switch (outcome.kind) {
    case 'invited':
      return { kind: 'invited', said: outcome.mailed ? 'invited' : 'not_mailed' };
    case 'taken':
      return faultyForm(form, { email: 'This address is a member already.' });
    case 'disabled':
      return faultyForm(form, { email: 'This address is a disabled member. Let them back in above.' });
    default:
      return outcome satisfies never;
  }
}

/** Does what a row's form asks for; null when there is no such member or no such act. */
export async function actOnMember(
  house: House,
  workspace: Workspace,
  { form, ...whom }: { memberId: string; actor: string; form: FormData },
): Promise<string | null> {
  const outcome = await chosenAct(house, workspace, whom, form);
  return outcome.kind === 'unknown' ? null : outcome.kind;
}

async function chosenAct(
  house: House,
  workspace: Workspace,
  whom: { memberId: string; actor: string },
  form: FormData,
): Promise<{ kind: string }> {
  const permission = Permitted.safeParse(form.get('permission'));
  switch (form.get('intent')) {
    case 'permit':
      if (!permission.success) return { kind: 'unknown' };
      return changePermission(house, workspace, { ...whom, permission: permission.data });
    case 'disable':
      return disableMember(house, workspace, whom);
    case 'restore':
      return restoreMember(house, workspace, whom);
    default:
      return { kind: 'unknown' };
  }
}
