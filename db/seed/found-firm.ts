import { foundWorkspace } from '#app/membership/found-workspace.server.ts';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { choosePassword } from '#app/membership/members/choose-password.server.ts';
import { inviteMember } from '#app/membership/members/invite-member.server.ts';
import type { Permission } from '#app/membership/permission.ts';
import { createBasePersonas } from '#app/persona/create-base-personas.server.ts';
import { createPersona } from '#app/persona/create-persona.server.ts';
import { DAYS } from './calendar.ts';
import { FIRM, MEMBERS, PROCUREMENT_LEAD } from './firm.ts';
import { expectKind, type OpenStage, type Stage } from './stage.ts';

/** The workspace with its admin, its CX lead and the personas it tells apart. */
export async function foundFirm(stage: Stage): Promise<OpenStage & { procurementId: string }> {
  const { house } = stage;
  stage.goTo(DAYS.founded);
  const founding = { workspaceName: FIRM, ...MEMBERS.admin };
  const founded = await foundWorkspace(house, founding, (tx, workspace) =>
    createBasePersonas(tx, workspace, house.clock.now()),
  );
  const { workspace, memberId } = expectKind(founded, 'founded');
  stage.goTo(DAYS.founded, 10);
  const actor = await welcome({ ...stage, workspace, actor: memberId }, 'cx', MEMBERS.admin.name);
  const now = house.clock.now();
  const persona = await createPersona(house.db, workspace, { ...PROCUREMENT_LEAD, now });
  const scopes = ['audience:read', 'audience:write'] as const;
  await createKey(house, workspace, { name: 'Nightly CRM sync', scopes, actor: memberId });
  return { ...stage, workspace, actor, procurementId: expectKind(persona, 'created').id };
}

/** Invites a member, who follows the link of the mail and chooses a password. */
export async function welcome(
  { house, workspace, actor }: OpenStage,
  permission: Exclude<Permission, 'admin'>,
  inviter: string,
): Promise<string> {
  const { password, ...member } = MEMBERS[permission];
  const by = { id: actor, name: inviter };
  const invited = await inviteMember(house, workspace, { ...member, permission, actor: by });
  const { url, memberId } = expectKind(invited, 'invited');
  const token = url.split('/').at(-1)!;
  expectKind(await choosePassword(house, { kind: 'welcome', token, password }), 'chosen');
  return memberId;
}
