import type { Db } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { namedValues, readValues } from '../attribute/read-values.server.ts';
import { employmentsOf } from '../employment.store.server.ts';
import { addressesOf, findPeople } from '../person.store.server.ts';
import type { Person } from '../person.ts';
import { pagePeopleRows } from './page.store.server.ts';
import type { WholePerson } from './person-wire.ts';

/** One page of people in the order they were added, or the one person with this id. */
export async function pagePeople(
  db: Db,
  workspace: Workspace,
  asked: PageAsked | { personId: string },
): Promise<WholePerson[]> {
  const people =
    'personId' in asked
      ? await findPeople(db, workspace, [asked.personId])
      : await pagePeopleRows(db, workspace, asked);
  return completePeople(db, workspace, people);
}

async function completePeople(
  db: Db,
  workspace: Workspace,
  people: readonly Person[],
): Promise<WholePerson[]> {
  const ids = people.map(({ id }) => id);
  const addresses = Map.groupBy(await addressesOf(db, workspace, ids), ({ personId }) => personId);
  const employments = Map.groupBy(await employmentsOf(db, workspace, ids), ({ personId }) => personId);
  const read = await readValues(db, workspace, 'person', ids);
  return people.map((person) => ({
    ...person,
    addresses: addresses.get(person.id) ?? [],
    employments: employments.get(person.id) ?? [],
    attributes: namedValues(read, person.id),
  }));
}
