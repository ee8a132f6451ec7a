import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAccountsByKeys } from '../../account.store.server.ts';
import { readEmail } from '../../import/email-address.ts';
import { nameKey } from '../../keys.ts';
import { findAddresses, findPeople } from '../../person.store.server.ts';
import { rolesOf } from '../../role.store.server.ts';
import { listOpenMomentRows } from '../moment.store.server.ts';
import type { TouchBook } from './judge-row.ts';
import type { TouchRow } from './touch-file.ts';

/** Looks up at once whom and what the rows of a file may mean. */
export async function openTouchBook(
  db: Db,
  workspace: Workspace,
  rows: readonly TouchRow[],
): Promise<TouchBook> {
  const people = await lookUpPeople(db, workspace, rows);
  const accounts = await lookUpAccounts(db, workspace, rows);
  const personas = await listPersonas(db, workspace);
  const moments = new Map(
    (await listOpenMomentRows(db, workspace)).map((moment) => [
      `${moment.personaId} ${nameKey(moment.name)}`,
      moment,
    ]),
  );
  const personIds = [...new Set([...people.values()].map(({ id }) => id))];
  const roles = await rolesOf(db, workspace, personIds);
  const held = new Set(roles.map((role) => `${role.personId} ${role.accountId} ${role.personaId}`));
  return {
    personOf: (email) => people.get(keyOf(email) ?? '') ?? null,
    accountsOf: (name) => accounts.byName.get(nameKey(name)) ?? accounts.byExternalId.get(name) ?? [],
    personaOf: (name) => personas.find((persona) => isCalled(persona, name)) ?? null,
    momentOf: (personaId, name) => moments.get(`${personaId} ${nameKey(name)}`) ?? null,
    holds: (personId, accountId, personaId) => held.has(`${personId} ${accountId} ${personaId}`),
  };
}

function isCalled({ id, name, plural }: Persona, said: string): boolean {
  return [id, name, plural].some((one) => nameKey(one) === nameKey(said));
}

function keyOf(email: string): string | null {
  const read = readEmail(email);
  return read.kind === 'address' ? read.key : null;
}

async function lookUpPeople(db: Db, workspace: Workspace, rows: readonly TouchRow[]) {
  const keys = new Set(rows.flatMap(({ said }) => keyOf(said['e-mail']) ?? []));
  const addresses = await findAddresses(db, workspace, [...keys]);
  const people = await findPeople(db, workspace, [...new Set(addresses.map(({ personId }) => personId))]);
  const byId = new Map(people.map(({ id, name }) => [id, { id, name }]));
  return new Map(addresses.map(({ emailKey, personId }) => [emailKey, byId.get(personId)!]));
}

async function lookUpAccounts(db: Db, workspace: Workspace, rows: readonly TouchRow[]) {
  const said = [...new Set(rows.map(({ said }) => said.account))].filter((name) => name !== '');
  const nameKeys = [...new Set(said.map(nameKey))];
  const found = await findAccountsByKeys(db, workspace, { externalIds: said, nameKeys });
  const withId = found.filter(({ externalId }) => externalId !== null);
  return {
    byName: Map.groupBy(found, (account) => account.nameKey),
    byExternalId: Map.groupBy(withId, ({ externalId }) => externalId!),
  };
}
