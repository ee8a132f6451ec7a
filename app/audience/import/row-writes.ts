import type { Account } from '../account.ts';
import type { About, AttributeValue } from '../attribute/attribute.ts';
import { nameKey, searchKey } from '../keys.ts';
import type { Employment, Person } from '../person.ts';
import type { RoleEpisode } from '../role.ts';
import type { Batch, Fate } from './batch.ts';
import type { KnownPerson } from './known-people.ts';
import type { PersonRow } from './person-row.ts';
import { titleKey } from './title-hints.ts';

/** The account as this row leaves it: with its id in the CRM and its renewal date, where they were not known so. */
export function writeAccount(
  batch: Batch,
  row: PersonRow,
  found: { account: Account; isNew: boolean },
): Account {
  const { accounts, writes, settled } = batch;
  const externalId = found.account.externalId ?? row.account.externalId;
  const renewalOn = settled.facts.renewalOf(row) ?? found.account.renewalOn;
  const account = { ...found.account, externalId, renewalOn };
  const isChanged = externalId !== found.account.externalId || renewalOn !== found.account.renewalOn;
  if (isChanged || found.isNew) accounts.book(account);
  if (found.isNew || writes.accounts.has(account.id)) writes.accounts.set(account.id, account);
  else if (isChanged) writes.accountChanges.set(account.id, account);
  writeOwn(batch, 'account', account.id, settled.facts.accountValuesOf(row));
  return account;
}

/** A role that the row gives. */
export interface NewEpisode {
  personaId: string;
  word: string;
  startedAt: number;
}

export function writeNew(batch: Batch, row: PersonRow, account: Account, episode: NewEpisode | null): void {
  const { writes, settled } = batch;
  const id = settled.makeId();
  const name = row.name ?? row.email?.address ?? row.externalId ?? '';
  const emailKeys = row.email ? [row.email.key] : [];
  const { externalId, language, timeZone } = row;
  writes.people.push({
    id,
    externalId,
    name,
    nameKey: nameKey(name),
    searchKey: searchKey(name, emailKeys),
    language,
    timeZone,
  });
  if (row.email)
    writes.addresses.push({ personId: id, email: row.email.address, emailKey: row.email.key, position: 0 });
  writes.employments.push(employmentOf(batch, id, account, row));
  writeOwn(batch, 'person', id, row.own.person);
  if (episode) writes.roles.push(roleOf(batch, id, account, episode));
}

export function writeKnown(
  batch: Batch,
  row: PersonRow,
  person: KnownPerson,
  account: Account,
  episode: NewEpisode | null,
  newAccount: boolean,
): Fate {
  const { writes } = batch;
  writeDetails(batch, row, person);
  writeOwn(batch, 'person', person.id, row.own.person);
  const isOpenHere = ({ accountId, endedAt }: { accountId: string; endedAt: number | null }) =>
    accountId === account.id && endedAt === null;
  const open = person.employments.find(isOpenHere);
  const newTitle = open !== undefined && row.jobTitle !== null && row.jobTitle !== open.title;
  if (!open) writes.employments.push(employmentOf(batch, person.id, account, row));
  if (newTitle) writes.titles.push({ id: open.id, title: row.jobTitle, titleKey: titleKeyOf(row.jobTitle) });
  const held = person.roles.some(
    (role) => isOpenHere(role) && role.programmeId === null && role.personaId === episode?.personaId,
  );
  const newRole = episode !== null && !held;
  if (newRole) writes.roles.push(roleOf(batch, person.id, account, episode));
  return { kind: 'here', newTitle, newRole, newAccount };
}

/** A known person gains what the row adds, and loses nothing that it leaves blank. */
function writeDetails({ writes }: Batch, row: PersonRow, person: KnownPerson): void {
  const { addresses, employments: _employments, roles: _roles, ...before } = person;
  const keys = addresses.map(({ emailKey }) => emailKey);
  const isNewAddress = row.email !== null && !keys.includes(row.email.key);
  if (row.email && isNewAddress) {
    keys.push(row.email.key);
    writes.addresses.push({
      personId: person.id,
      email: row.email.address,
      emailKey: row.email.key,
      position: addresses.length,
    });
  }
  const after: Person = {
    ...before,
    externalId: row.externalId ?? before.externalId,
    language: row.language ?? before.language,
    timeZone: row.timeZone ?? before.timeZone,
    searchKey: searchKey(before.name, keys),
  };
  const points = ['externalId', 'language', 'timeZone', 'searchKey'] as const;
  if (points.some((point) => after[point] !== before[point])) writes.personChanges.push(after);
}

function writeOwn(
  { writes }: Batch,
  about: About,
  holderId: string,
  values: readonly AttributeValue[],
): void {
  for (const value of values)
    writes.values[about].set(`${holderId} ${value.attributeId}`, { ...value, holderId });
}

function employmentOf({ settled }: Batch, personId: string, account: Account, row: PersonRow): Employment {
  return {
    id: settled.makeId(),
    personId,
    accountId: account.id,
    title: row.jobTitle,
    titleKey: titleKeyOf(row.jobTitle),
    source: 'import',
    startedAt: null,
    endedAt: null,
  };
}

function titleKeyOf(title: string | null): string | null {
  return title === null ? null : titleKey(title) || null;
}

function roleOf({ settled }: Batch, personId: string, account: Account, episode: NewEpisode): RoleEpisode {
  return {
    id: settled.makeId(),
    personId,
    accountId: account.id,
    programmeId: null,
    personaId: episode.personaId,
    source: 'import',
    evidence: `“${episode.word}” in the column ${settled.roleColumn} of ${settled.fileName}`,
    startedAt: episode.startedAt,
    confirmedAt: settled.now,
    confirmedBy: settled.memberId,
    endedAt: null,
    endReason: null,
  };
}
