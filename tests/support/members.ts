import { createWorkspace } from '#app/membership/create-workspace.server.ts';
import { choosePassword } from '#app/membership/members/choose-password.server.ts';
import { inviteMember } from '#app/membership/members/invite-member.server.ts';
import type { Permission } from '#app/membership/permission.ts';
import { hashPassword } from '#app/membership/sign-in/hash-password.server.ts';
import { createBasePersonas } from '#app/persona/create-base-personas.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { ADMIN } from './house.ts';

export const PASSWORD = 'nine quiet herons wade';

let count = 0;

/** A member who was invited and accepted, as it really happens. */
export async function addMember(
  house: House,
  workspace: Workspace,
  permission: Permission,
  password = PASSWORD,
): Promise<{ id: string; email: string; password: string }> {
  count += 1;
  const email = `${permission}${count}@northwind.example`;
  const actor = { id: 'test', name: 'The test' };
  const invited = await inviteMember(house, workspace, { email, name: `Member ${count}`, permission, actor });
  if (invited.kind !== 'invited') throw new Error(`${email} was not invited: ${invited.kind}`);
  const token = invited.url.split('/').at(-1)!;
  const chosen = await choosePassword(house, { kind: 'welcome', token, password });
  if (chosen.kind !== 'chosen') throw new Error(`${email} did not join: ${chosen.kind}`);
  await house.db.deleteFrom('session').where('member_id', '=', invited.memberId).execute();
  return { id: invited.memberId, email, password };
}

/** A second workspace in the same database, which a visitor could not found. */
export async function foundForeignWorkspace(
  house: House,
  admin: typeof ADMIN = { name: 'Bo Lindqvist', email: 'bo@harbour.example', password: PASSWORD },
): Promise<{ workspace: Workspace; memberId: string; admin: typeof ADMIN }> {
  const founder = {
    ...admin,
    workspaceName: 'Harbour Freight',
    passwordHash: await hashPassword(admin.password),
  };
  const founded = await house.db
    .transaction()
    .execute((tx) =>
      createWorkspace(house, tx, founder, (inside, workspace) =>
        createBasePersonas(inside, workspace, house.clock.now()),
      ),
    );
  return { ...founded, admin };
}
