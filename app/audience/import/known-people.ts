import { nameKey } from '../keys.ts';
import type { Address, Employment, Person } from '../person.ts';
import type { RoleEpisode } from '../role.ts';
import type { Reason } from './import-limits.ts';
import type { PersonRow } from './person-row.ts';

/** A person as the tables hold them, with everything a row about them must be held against. */
export interface KnownPerson extends Person {
  addresses: readonly Address[];
  employments: readonly Employment[];
  roles: readonly RoleEpisode[];
}

/** Look-up of the people that a batch of rows may mean. */
export interface KnownPeople {
  byEmail: ReadonlyMap<string, KnownPerson>;
  byExternalId: ReadonlyMap<string, KnownPerson>;
  /** Names of accounts that these people work at, by id. */
  accountNames: ReadonlyMap<string, string>;
}

export type Match =
  | { kind: 'new' }
  | { kind: 'known'; person: KnownPerson }
  | { kind: 'reject'; reason: Reason };

/** Who a row is about: the same address or the same id in the CRM is the same person; a name never is. */
export function matchPerson(row: PersonRow, known: KnownPeople): Match {
  const byEmail = row.email ? known.byEmail.get(row.email.key) : undefined;
  const byId = row.externalId ? known.byExternalId.get(row.externalId) : undefined;
  if (!row.email && !row.externalId) {
    return reject(
      'EMAIL_MISSING',
      'No e-mail, and no id in your CRM: nothing tells this person from a namesake. Add one.',
    );
  }
  if (byEmail && byId && byEmail.id !== byId.id) {
    return reject('TWO_PEOPLE', `The e-mail is ${byEmail.name}’s here, and the id is ${byId.name}’s.`);
  }
  const person = byId ?? byEmail;
  if (!person) return { kind: 'new' };
  if (row.name !== null && nameKey(row.name) !== nameKey(person.name)) {
    const what = byEmail ? 'E-mail' : 'The id';
    return reject(
      'OTHER_NAME',
      `${what} is known here under another name: ${person.name}. One person, or two?`,
    );
  }
  if (row.externalId && person.externalId && row.externalId !== person.externalId) {
    return reject('OTHER_ID', `E-mail is known here with another id: ${person.externalId}.`);
  }
  return { kind: 'known', person };
}

/** Why the row's account must not simply be taken for this person's, or null when it may. */
export function doubtEmployment(
  person: KnownPerson,
  account: { id: string; name: string },
  known: KnownPeople,
): Reason | null {
  const open = person.employments.filter(({ endedAt }) => endedAt === null);
  if (open.some(({ accountId }) => accountId === account.id)) return null;
  const past = person.employments.find(({ accountId }) => accountId === account.id);
  if (past?.endedAt) {
    return {
      code: 'LEFT_ACCOUNT',
      sentence: `Left ${account.name} on ${isoDay(past.endedAt)}, as known here. Back again?`,
    };
  }
  if (open.length === 0) return null;
  const others = open
    .map(({ accountId }) => known.accountNames.get(accountId) ?? 'another account')
    .join(' and ');
  return {
    code: 'OTHER_ACCOUNT',
    sentence: `Works at ${others}, as known here. Moved to ${account.name}, or works for both?`,
  };
}

/** Why the row's role must not simply be given, or null when it may. `name` gives a persona's name. */
export function doubtRole(
  person: KnownPerson,
  accountId: string,
  personaId: string,
  nameOf: (personaId: string) => string,
): Reason | null {
  const here = person.roles.filter((role) => role.accountId === accountId && role.programmeId === null);
  const open = here.filter(({ endedAt }) => endedAt === null);
  if (open.some((role) => role.personaId === personaId)) return null;
  const [other] = open;
  if (other) {
    const sentence = `Known here as ${nameOf(other.personaId)}, and this row says ${nameOf(personaId)}. Changed, or both?`;
    return { code: 'OTHER_ROLE', sentence };
  }
  const past = here.find((role) => role.personaId === personaId);
  if (!past?.endedAt) return null;
  return {
    code: 'ROLE_ENDED',
    sentence: `Was ${nameOf(personaId)} here until ${isoDay(past.endedAt)}. Again?`,
  };
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function reject(code: string, sentence: string): Match {
  return { kind: 'reject', reason: { code, sentence } };
}
