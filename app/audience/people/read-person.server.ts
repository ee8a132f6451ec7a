import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { namesOfAccounts } from '../account.store.server.ts';
import { employmentsOf } from '../employment.store.server.ts';
import { SELF } from '../own-role/own-words.ts';
import { addressesOf, findPeople } from '../person.store.server.ts';
import type { Address, Employment, Person } from '../person.ts';
import { rolesOf } from '../role.store.server.ts';
import { type RoleEpisode, type RoleState, roleState } from '../role.ts';
import { memberNames } from './member-names.store.server.ts';

export interface HeldRole extends RoleEpisode {
  state: RoleState;
  accountName: string;
  /** Who confirmed it last, in words. */
  confirmedByName: string | null;
}

export interface ReadPerson {
  person: Person;
  addresses: Address[];
  employments: (Employment & { accountName: string })[];
  /** Oldest first, past ones too. */
  roles: HeldRole[];
}

/** One person with everything known about them over time, or null. */
export async function readPerson(
  db: Db,
  workspace: Workspace,
  asked: { personId: string; now: number; reviewDays: number },
): Promise<ReadPerson | null> {
  const ids = [asked.personId];
  const [person] = await findPeople(db, workspace, ids);
  if (!person) return null;
  const addresses = await addressesOf(db, workspace, ids);
  const employments = await employmentsOf(db, workspace, ids);
  const roles = await rolesOf(db, workspace, ids);
  const accountIds = [...employments, ...roles].map(({ accountId }) => accountId);
  const names = await namesOfAccounts(db, workspace, [...new Set(accountIds)]);
  const members = await memberNames(
    db,
    workspace,
    roles.flatMap(({ confirmedBy }) => confirmedBy ?? []),
  );
  const nameOf = (id: string) => names.get(id) ?? '';
  return {
    person,
    addresses,
    employments: employments.map((employment) => ({
      ...employment,
      accountName: nameOf(employment.accountId),
    })),
    roles: roles.map((role) => ({
      ...role,
      state: roleState(role, asked.now, asked.reviewDays),
      accountName: nameOf(role.accountId),
      confirmedByName: role.confirmedBy && nameOfConfirmer(role.confirmedBy, members),
    })),
  };
}

function nameOfConfirmer(by: string, members: ReadonlyMap<string, string>): string {
  return by === SELF ? 'by their own word' : (members.get(by) ?? 'an API key');
}
