import type { AskedSort } from './committee-query.ts';

/** What an account is put in order by; each sort looks at one of them. */
export interface Ranked {
  id: string;
  nameKey: string;
  renewalOn: string | null;
  rolesMet: number | null;
  points: number | null;
  silent: number | null;
  overdue: number;
  /** Of the one persona in the column's head. */
  score: number | null;
  /** The middle of that persona's answers where they are too few for a score, 0 to 10. */
  middle: number | null;
}

/** In the order asked for; those that have nothing to be sorted by come last, and equals stand by name. */
export function inOrder<T extends Ranked>(accounts: readonly T[], sort: AskedSort, today: string): T[] {
  const keyed = accounts.map((account) => ({ account, key: keyOf(account, sort, today) }));
  keyed.sort((a, b) => byKey(a.key, b.key) || byName(a.account, b.account));
  return keyed.map(({ account }) => account);
}

const BEYOND_SCORES = 101;

/** A smaller one stands first; null stands last. */
function keyOf(account: Ranked, sort: AskedSort, today: string): number | string | null {
  switch (sort) {
    case 'coverage':
      return account.rolesMet;
    case 'gap':
      return negative(account.points);
    case 'silent':
      return negative(account.silent);
    case 'overdue':
      return negative(account.overdue);
    case 'score':
      // Answers one by one stand after the scores, which are of other units.
      return account.score ?? (account.middle === null ? null : BEYOND_SCORES + account.middle);
    case 'renewal':
      // A day that is past comes after those ahead.
      return account.renewalOn && `${account.renewalOn < today ? 1 : 0} ${account.renewalOn}`;
    case 'name':
      return null;
    default:
      return sort satisfies never;
  }
}

/** The most stands first, and none at all with those of whom nothing is known. */
function negative(count: number | null): number | null {
  return count === null || count === 0 ? null : -count;
}

function byKey(a: number | string | null, b: number | string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}

function byName(a: Ranked, b: Ranked): number {
  if (a.nameKey !== b.nameKey) return a.nameKey < b.nameKey ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
