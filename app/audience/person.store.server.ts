import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Address, Person } from './person.ts';
import { inKnownSizes, toKnownSize } from './table-batches.ts';

const COLUMNS = [
  'id',
  'external_id as externalId',
  'name',
  'name_key as nameKey',
  'search_key as searchKey',
  'language',
  'time_zone as timeZone',
] as const;

export async function findPeople(db: Db, workspace: Workspace, ids: readonly string[]): Promise<Person[]> {
  return db
    .selectFrom('person')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .where('id', 'in', toKnownSize(ids))
    .execute();
}

export async function findPeopleByExternalIds(
  db: Db,
  workspace: Workspace,
  externalIds: readonly string[],
): Promise<Person[]> {
  return db
    .selectFrom('person')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .where('external_id', 'in', toKnownSize(externalIds))
    .execute();
}

/** Addresses with whom they belong to. */
export async function findAddresses(
  db: Db,
  workspace: Workspace,
  emailKeys: readonly string[],
): Promise<Address[]> {
  return addresses(db, workspace).where('email_key', 'in', toKnownSize(emailKeys)).execute();
}

/** A person's addresses, the one that is written to first. */
export async function addressesOf(
  db: Db,
  workspace: Workspace,
  personIds: readonly string[],
): Promise<Address[]> {
  return addresses(db, workspace)
    .where('person_id', 'in', toKnownSize(personIds))
    .orderBy('position')
    .execute();
}

function addresses(db: Db, workspace: Workspace) {
  return db
    .selectFrom('person_address')
    .select(['person_id as personId', 'email', 'email_key as emailKey', 'position'])
    .where('workspace_id', '=', workspace.id);
}

export async function insertPeople(
  db: Db,
  workspace: Workspace,
  people: readonly Person[],
  now: number,
): Promise<void> {
  const rows = people.map((person) => ({
    workspace_id: workspace.id,
    id: person.id,
    external_id: person.externalId,
    name: person.name,
    name_key: person.nameKey,
    search_key: person.searchKey,
    language: person.language,
    time_zone: person.timeZone,
    created_at: now,
    updated_at: now,
  }));
  for (const piece of inKnownSizes(rows)) await db.insertInto('person').values(piece).execute();
}

export async function updatePerson(db: Db, workspace: Workspace, person: Person, now: number): Promise<void> {
  await db
    .updateTable('person')
    .set({
      external_id: person.externalId,
      name: person.name,
      name_key: person.nameKey,
      search_key: person.searchKey,
      language: person.language,
      time_zone: person.timeZone,
      updated_at: now,
    })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', person.id)
    .execute();
}

export async function insertAddresses(
  db: Db,
  workspace: Workspace,
  addresses: readonly Address[],
  now: number,
): Promise<void> {
  const rows = addresses.map((address) => ({
    workspace_id: workspace.id,
    email_key: address.emailKey,
    email: address.email,
    person_id: address.personId,
    position: address.position,
    created_at: now,
  }));
  for (const piece of inKnownSizes(rows)) await db.insertInto('person_address').values(piece).execute();
}

/** Makes this the address that is written to; the one that was takes its place. One statement, so that two at once leave one. */
export async function putFirst(
  tx: Db,
  workspace: Workspace,
  { personId, emailKey, position }: Address,
): Promise<void> {
  await tx
    .updateTable('person_address')
    .set((eb) => ({
      position: eb
        .case()
        .when('email_key', '=', emailKey)
        .then(0)
        .when('position', '=', 0)
        .then(position)
        .else(eb.ref('position'))
        .end(),
    }))
    .where('workspace_id', '=', workspace.id)
    .where('person_id', '=', personId)
    .execute();
}
