import type { Account } from '../account.ts';
import { nameKey, searchKey } from '../keys.ts';
import type { Address, Employment, Person } from '../person.ts';
import type { RoleEpisode } from '../role.ts';
import type { AccountBook } from './account-book.ts';
import type { Contradictions } from './contradictions.ts';
import type { Reason } from './import-limits.ts';
import {
  doubtEmployment,
  doubtRole,
  type KnownPeople,
  type KnownPerson,
  matchPerson,
} from './known-people.ts';
import type { PeopleFacts } from './people-facts.ts';
import type { PersonRow } from './person-row.ts';
import { readRoleCell } from './role-words.ts';
import { titleKey } from './title-hints.ts';

/** Everything a row is judged against that is the same for the whole file. */
export interface Settled {
  facts: PeopleFacts;
  contradictions: Contradictions;
  /** What each role word means; null comes in without a role. */
  words: ReadonlyMap<string, string | null>;
  personaName(personaId: string): string;
  /** Header of the role column and the file's name, for the evidence of a role. */
  roleColumn: string;
  fileName: string;
  /** The member who brings the file in and vouches for its roles. */
  memberId: string;
  now: number;
  makeId(): string;
}

/** What happens to one row. */
export type Fate =
  | { kind: 'new'; withRole: boolean; newAccount: boolean }
  | { kind: 'here'; newTitle: boolean; newRole: boolean; newAccount: boolean }
  | { kind: 'wait'; reason: Reason }
  | { kind: 'need_you'; reason: Reason };

/** Rows to write for one batch. Each table gets one statement, changes apart. */
export interface Writes {
  accounts: Map<string, Account>;
  accountChanges: Map<string, Account>;
  people: Person[];
  personChanges: Person[];
  addresses: Address[];
  employments: Employment[];
  titles: Pick<Employment, 'id' | 'title' | 'titleKey'>[];
  roles: RoleEpisode[];
}

export function noWrites(): Writes {
  return {
    accounts: new Map(),
    accountChanges: new Map(),
    people: [],
    personChanges: [],
    addresses: [],
    employments: [],
    titles: [],
    roles: [],
  };
}

export interface Batch {
  settled: Settled;
  known: KnownPeople;
  accounts: AccountBook;
  writes: Writes;
}

/** Decides what happens to one row and adds what it writes to the batch. Reads and writes nothing else. */
export function planRow(batch: Batch, line: number, row: PersonRow): Fate {
  const { settled, known } = batch;
  const standing = settled.facts.standingOf(line, row);
  if (standing.kind === 'contradicted') {
    return { kind: 'need_you', reason: settled.contradictions.reasonFor(line, standing.key) };
  }
  if (standing.kind === 'repeated')
    return { kind: 'here', newTitle: false, newRole: false, newAccount: false };
  const role = readRole(settled, row);
  if (role.kind !== 'read') return role;
  const startedAt = row.roleStart ? Date.parse(row.roleStart) : settled.now;
  if (role.personaId && startedAt > settled.now) {
    const sentence = `The role begins on ${row.roleStart}, which is still to come.`;
    return { kind: 'need_you', reason: { code: 'ROLE_START_DATE', sentence } };
  }
  const match = matchPerson(row, known);
  if (match.kind === 'reject') return { kind: 'need_you', reason: match.reason };
  const found = batch.accounts.find(row.account, settled.makeId);
  if (found.kind === 'reject') return { kind: 'need_you', reason: found.reason };
  const doubt = match.kind === 'known' && doubtKnown(batch, match.person, found.account, role.personaId);
  if (doubt) return { kind: 'need_you', reason: doubt };
  const account = writeAccount(batch, row, found);
  const episode = role.personaId ? { personaId: role.personaId, word: row.roleText, startedAt } : null;
  if (match.kind === 'known') return writeKnown(batch, row, match.person, account, episode, found.isNew);
  writeNew(batch, row, account, episode);
  return { kind: 'new', withRole: episode !== null, newAccount: found.isNew };
}

type ReadRole = { kind: 'read'; personaId: string | null } | Extract<Fate, { kind: 'wait' | 'need_you' }>;

function readRole({ words }: Settled, row: PersonRow): ReadRole {
  const role = readRoleCell(row.roleText, words);
  switch (role.kind) {
    case 'blank':
      return { kind: 'read', personaId: null };
    case 'persona':
      return { kind: 'read', personaId: role.personaId };
    case 'unknown':
      return {
        kind: 'wait',
        reason: { code: 'WORD_WAITS', sentence: `Nobody has said yet what “${role.word}” means.` },
      };
    case 'two_hats': {
      const hats = role.words.map((word) => `“${word}”`).join(' and ');
      return {
        kind: 'need_you',
        reason: { code: 'TWO_HATS', sentence: `${hats} are two roles. In which one is this person meant?` },
      };
    }
    default:
      return role satisfies never;
  }
}

function doubtKnown(
  { settled, known }: Batch,
  person: KnownPerson,
  account: Account,
  personaId: string | null,
): Reason | null {
  const employment = doubtEmployment(person, account, known);
  if (employment || personaId === null) return employment;
  return doubtRole(person, account.id, personaId, settled.personaName);
}

/** The account as this row leaves it: with its id in the CRM and its renewal date, where they were not known so. */
function writeAccount(batch: Batch, row: PersonRow, found: { account: Account; isNew: boolean }): Account {
  const { accounts, writes, settled } = batch;
  const externalId = found.account.externalId ?? row.account.externalId;
  const renewalOn = settled.facts.renewalOf(row) ?? found.account.renewalOn;
  const account = { ...found.account, externalId, renewalOn };
  const isChanged = externalId !== found.account.externalId || renewalOn !== found.account.renewalOn;
  if (isChanged || found.isNew) accounts.book(account);
  if (found.isNew || writes.accounts.has(account.id)) writes.accounts.set(account.id, account);
  else if (isChanged) writes.accountChanges.set(account.id, account);
  return account;
}

interface NewEpisode {
  personaId: string;
  word: string;
  startedAt: number;
}

function writeNew(batch: Batch, row: PersonRow, account: Account, episode: NewEpisode | null): void {
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
  if (episode) writes.roles.push(roleOf(batch, id, account, episode));
}

function writeKnown(
  batch: Batch,
  row: PersonRow,
  person: KnownPerson,
  account: Account,
  episode: NewEpisode | null,
  newAccount: boolean,
): Fate {
  const { writes } = batch;
  writeDetails(batch, row, person);
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
