import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findAccount } from './account.store.server.ts';
import {
  type AttributeFault,
  type NamedValues,
  resolveValues,
  writeValues,
} from './attribute/write-values.server.ts';
import { changeTitle, employmentsOf, insertEmployments } from './employment.store.server.ts';
import { oneLine } from './import/cell-text.ts';
import { readEmail } from './import/email-address.ts';
import { titleKey } from './import/title-hints.ts';
import { nameKey, searchKey } from './keys.ts';
import {
  addressesOf,
  findAddresses,
  findPeople,
  findPeopleByExternalIds,
  insertAddresses,
  insertPeople,
  updatePerson,
} from './person.store.server.ts';
import type { Address, EmploymentSource, Person } from './person.ts';

export interface PersonInput {
  /** The person to change; without it the person is found by external id, else by any of the addresses. */
  personId?: string;
  name: string;
  /** Added to the person's addresses; known ones stay. The first of a new person is the one written to. */
  emails: readonly string[];
  /** Undefined keeps what is known, here and below. */
  externalId?: string | null;
  language?: string | null;
  timeZone?: string | null;
  /** Where the person works; opens an employment, or gives the open one this title. */
  employment?: { accountId: string; title?: string | null; startedAt?: number | null };
  /** By the name of an own attribute; null clears it. */
  attributes?: NamedValues;
  source: EmploymentSource;
  actor: Actor;
}

export type SavedPerson =
  | { kind: 'saved'; id: string; created: boolean }
  | { kind: 'not_found' }
  | { kind: 'unknown_account' }
  | { kind: 'invalid'; field: 'name' | 'emails'; message: string }
  /** The address is known under another name: a person settles whose it is (DOMAIN.md 8.5). */
  | { kind: 'other_name'; id: string; knownName: string }
  /** The addresses and ids given belong to different people, who are never merged here. */
  | { kind: 'several_people'; ids: string[] }
  | AttributeFault;

interface Email {
  address: string;
  key: string;
}

/** Adds a person, or brings the known one up to date. People are the same by address or CRM id, never by name. */
export function savePerson(house: House, workspace: Workspace, input: PersonInput): Promise<SavedPerson> {
  return inTransaction(house.db, (tx) => savePersonInside({ ...house, db: tx }, workspace, input));
}

/** The same as part of a transaction that does more: `house.db` is that transaction. A fault has written nothing. */
export async function savePersonInside(
  { db: tx, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: PersonInput,
): Promise<SavedPerson> {
  const read = readEmails(input);
  if (read.kind === 'invalid') return read;
  const found = await findKnown(tx, workspace, input, read.emails);
  if (found.kind !== 'found') return found;
  const { employment, source, actor } = input;
  if (employment && !(await findAccount(tx, workspace, employment.accountId)))
    return { kind: 'unknown_account' };
  const values = await resolveValues(tx, workspace, 'person', input.attributes ?? {});
  if (values.kind !== 'resolved') return values;
  const now = clock.now();
  const id = found.known?.id ?? ids.make();
  const held = found.known ? await addressesOf(tx, workspace, [id]) : [];
  const fresh = newAddresses(id, held, read.emails);
  const person = merge(id, found.known, input, [...held, ...fresh]);
  if (found.known) await updatePerson(tx, workspace, person, now);
  else await insertPeople(tx, workspace, [person], now);
  await insertAddresses(tx, workspace, fresh, now);
  await writeValues(tx, workspace, 'person', id, values);
  if (employment) await employ({ db: tx, ids, clock }, workspace, { ...employment, personId: id, source });
  const act = found.known ? 'change_person' : 'add_person';
  await writeAudit(tx, workspace, { id: ids.make(), at: now, actor, act, subject: id, detail: {} });
  return { kind: 'saved', id, created: !found.known };
}

function readEmails(
  input: PersonInput,
): { kind: 'read'; emails: Email[] } | Extract<SavedPerson, { kind: 'invalid' }> {
  if (nameKey(input.name) === '')
    return { kind: 'invalid', field: 'name', message: 'Write the person’s name.' };
  const emails: Email[] = [];
  for (const text of input.emails) {
    const cell = readEmail(text);
    if (cell.kind === 'refused') return { kind: 'invalid', field: 'emails', message: cell.reason.sentence };
    if (cell.kind === 'address' && !emails.some(({ key }) => key === cell.key)) emails.push(cell);
  }
  if (emails.length === 0 && !input.externalId && !input.personId) {
    return {
      kind: 'invalid',
      field: 'emails',
      message: 'Write an e-mail address; people are told apart by it.',
    };
  }
  return { kind: 'read', emails };
}

async function findKnown(
  db: Db,
  workspace: Workspace,
  input: PersonInput,
  emails: readonly Email[],
): Promise<Exclude<SavedPerson, { kind: 'saved' }> | { kind: 'found'; known: Person | undefined }> {
  const byAddress = await findAddresses(
    db,
    workspace,
    emails.map(({ key }) => key),
  );
  const byExternal = input.externalId ? await findPeopleByExternalIds(db, workspace, [input.externalId]) : [];
  const named = input.personId ? [input.personId] : [];
  const ids = [
    ...new Set([...named, ...byExternal.map(({ id }) => id), ...byAddress.map(({ personId }) => personId)]),
  ];
  if (ids.length > 1) return { kind: 'several_people', ids };
  const [known] = await findPeople(db, workspace, ids);
  if (input.personId && !known) return { kind: 'not_found' };
  const foundByAddressOnly = known && !input.personId && byExternal.length === 0;
  if (foundByAddressOnly && known.nameKey !== nameKey(input.name)) {
    return { kind: 'other_name', id: known.id, knownName: known.name };
  }
  return { kind: 'found', known };
}

function newAddresses(personId: string, held: readonly Address[], emails: readonly Email[]): Address[] {
  const known = new Set(held.map(({ emailKey }) => emailKey));
  const fresh = emails.filter(({ key }) => !known.has(key));
  return fresh.map(({ address, key }, at) => ({
    personId,
    email: address,
    emailKey: key,
    position: held.length + at,
  }));
}

function merge(
  id: string,
  known: Person | undefined,
  input: PersonInput,
  addresses: readonly Address[],
): Person {
  const {
    externalId = known?.externalId ?? null,
    language = known?.language ?? null,
    timeZone = known?.timeZone ?? null,
  } = input;
  return {
    id,
    externalId,
    name: oneLine(input.name),
    nameKey: nameKey(input.name),
    searchKey: searchKey(
      input.name,
      addresses.map(({ emailKey }) => emailKey),
    ),
    language,
    timeZone,
  };
}

async function employ(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  at: {
    personId: string;
    accountId: string;
    title?: string | null;
    startedAt?: number | null;
    source: EmploymentSource;
  },
): Promise<void> {
  const held = await employmentsOf(db, workspace, [at.personId]);
  const open = held.find(({ accountId, endedAt }) => accountId === at.accountId && endedAt === null);
  const title = at.title === undefined ? (open?.title ?? null) : at.title;
  const key = title === null ? null : titleKey(title) || null;
  if (open) {
    if (open.title !== title) await changeTitle(db, workspace, { id: open.id, title, titleKey: key });
    return;
  }
  const { personId, accountId, source, startedAt = null } = at;
  const employment = {
    id: ids.make(),
    personId,
    accountId,
    title,
    titleKey: key,
    source,
    startedAt,
    endedAt: null,
  };
  await insertEmployments(db, workspace, [employment], clock.now());
}
