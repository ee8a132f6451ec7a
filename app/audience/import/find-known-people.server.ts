import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAccountsByKeys, namesOfAccounts } from '../account.store.server.ts';
import type { Account } from '../account.ts';
import { employmentsOf } from '../employment.store.server.ts';
import { nameKey } from '../keys.ts';
import { addressesOf, findAddresses, findPeople, findPeopleByExternalIds } from '../person.store.server.ts';
import { rolesOf } from '../role.store.server.ts';
import type { KnownPeople, KnownPerson } from './known-people.ts';
import type { PersonRow } from './person-row.ts';

/** Everything the tables hold about the people and accounts that these rows may mean, in eight reads. */
export async function findKnownPeople(
  db: Db,
  workspace: Workspace,
  rows: readonly PersonRow[],
): Promise<{ known: KnownPeople; accounts: Account[] }> {
  const externalIds = distinct(rows.map((row) => row.externalId));
  const byExternal = await findPeopleByExternalIds(db, workspace, externalIds);
  const found = await findAddresses(db, workspace, distinct(rows.map((row) => row.email?.key ?? null)));
  const ids = distinct([...found.map(({ personId }) => personId), ...byExternal.map(({ id }) => id)]);
  const people = await gather(db, workspace, ids);
  const accounts = await findAccountsByKeys(db, workspace, {
    externalIds: distinct(rows.map((row) => row.account.externalId)),
    nameKeys: distinct(rows.map((row) => row.account.name && nameKey(row.account.name))),
  });
  const workplaces = people.flatMap(({ employments }) => employments.map(({ accountId }) => accountId));
  return { known: index(people, await namesOfAccounts(db, workspace, distinct(workplaces))), accounts };
}

async function gather(db: Db, workspace: Workspace, ids: readonly string[]): Promise<KnownPerson[]> {
  if (ids.length === 0) return [];
  const people = await findPeople(db, workspace, ids);
  const addresses = Map.groupBy(await addressesOf(db, workspace, ids), ({ personId }) => personId);
  const employments = Map.groupBy(await employmentsOf(db, workspace, ids), ({ personId }) => personId);
  const roles = Map.groupBy(await rolesOf(db, workspace, ids), ({ personId }) => personId);
  return people.map((person) => ({
    ...person,
    addresses: addresses.get(person.id) ?? [],
    employments: employments.get(person.id) ?? [],
    roles: roles.get(person.id) ?? [],
  }));
}

function index(people: readonly KnownPerson[], accountNames: Map<string, string>): KnownPeople {
  const byEmail = new Map<string, KnownPerson>();
  const byExternalId = new Map<string, KnownPerson>();
  for (const person of people) {
    for (const { emailKey } of person.addresses) byEmail.set(emailKey, person);
    if (person.externalId) byExternalId.set(person.externalId, person);
  }
  return { byEmail, byExternalId, accountNames };
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].filter((value) => value !== null);
}
