import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { employmentsOf } from '../employment.store.server.ts';
import { leaveAccount } from '../leave-account.server.ts';
import { findPeople } from '../person.store.server.ts';
import { saveAccount } from '../save-account.server.ts';
import { savePerson } from '../save-person.server.ts';

export type EmployedPerson = { kind: 'employed' } | { kind: 'said'; message: string } | { kind: 'not_found' };

/**
 * A person works at an account from now on; the account is added where it is new. Who moved leaves the other
 * accounts and the roles held there first (DOMAIN.md A3).
 */
export async function employPerson(
  house: House,
  workspace: Workspace,
  input: { personId: string; accountName: string; title: string; leavesOthers: boolean; actor: Actor },
): Promise<EmployedPerson> {
  const { personId, actor } = input;
  const [person] = await findPeople(house.db, workspace, [personId]);
  if (!person) return { kind: 'not_found' };
  const account = await saveAccount(house, workspace, { name: input.accountName, actor });
  if (account.kind !== 'saved') {
    return {
      kind: 'said',
      message: 'More than one account has this name. Give one of them another name first.',
    };
  }
  const accountId = account.id;
  const title = input.title === '' ? undefined : input.title;
  const others = (await employmentsOf(house.db, workspace, [personId])).filter(
    (one) => one.endedAt === null && one.accountId !== accountId,
  );
  for (const other of input.leavesOthers ? others : []) {
    const reason = `moved to ${input.accountName}`;
    await leaveAccount(house, workspace, { personId, accountId: other.accountId, reason, actor });
  }
  const employment = { accountId, title, startedAt: house.clock.now() };
  await savePerson(house, workspace, {
    personId,
    name: person.name,
    emails: [],
    employment,
    source: 'csm',
    actor,
  });
  return { kind: 'employed' };
}
