import { nameKey } from '../keys.ts';
import type { Reason } from './import-limits.ts';
import type { PersonRow } from './person-row.ts';
import { readRoleCell, wordKey } from './role-words.ts';

/** What one row says about a person, as far as two rows about one person must agree. */
interface Mention {
  line: number;
  name: string;
  account: string;
  email: string;
  externalId: string;
  role: string;
}

export type Standing =
  | { kind: 'first' }
  | { kind: 'repeated'; line: number }
  | { kind: 'contradicted'; reason: Reason };

/** What a whole file of people says, read once before any row is brought in: a row must not win by coming first. */
export class PeopleFacts {
  /** Rows about people, and rows that could not be read. */
  rows = 0;
  /** Rows whose role cell says nothing. */
  withoutWord = 0;
  readonly #words = new Map<string, { word: string; rows: number }>();
  readonly #firstMention = new Map<string, Mention>();
  readonly #contradicted = new Map<string, [Mention, Mention]>();
  readonly #renewals = new Map<string, string>();

  /** Distinct role words in the order of the file. */
  get words(): { word: string; rows: number }[] {
    return [...this.#words.values()];
  }

  add(line: number, row: PersonRow): void {
    this.#countWord(row.roleText);
    const { renewalDate } = row.account;
    const account = accountRef(row);
    if (renewalDate && !this.#renewals.has(account)) this.#renewals.set(account, renewalDate);
    const mention = mentionOf(line, row);
    for (const key of keysOf(row)) {
      const first = this.#firstMention.get(key);
      if (!first) this.#firstMention.set(key, mention);
      else if (difference(first, mention) && !this.#contradicted.has(key))
        this.#contradicted.set(key, [first, mention]);
    }
  }

  /** The renewal date of the row's account: the first one in the file, so that two rows never take turns. */
  renewalOf(row: PersonRow): string | null {
    return this.#renewals.get(accountRef(row)) ?? null;
  }

  standingOf(line: number, row: PersonRow): Standing {
    let first = line;
    for (const key of keysOf(row)) {
      const pair = this.#contradicted.get(key);
      if (pair) return { kind: 'contradicted', reason: sayContradiction(line, ...pair) };
      first = Math.min(first, this.#firstMention.get(key)?.line ?? line);
    }
    return first < line ? { kind: 'repeated', line: first } : { kind: 'first' };
  }

  #countWord(roleText: string): void {
    const role = readRoleCell(roleText, new Map());
    if (role.kind === 'blank') this.withoutWord += 1;
    if (role.kind !== 'unknown') return;
    const key = wordKey(role.word);
    const known = this.#words.get(key);
    if (known) known.rows += 1;
    else this.#words.set(key, { word: role.word, rows: 1 });
  }
}

function keysOf({ email, externalId }: PersonRow): string[] {
  return [...(email ? [`e:${email.key}`] : []), ...(externalId ? [`x:${externalId}`] : [])];
}

function accountRef({ account }: PersonRow): string {
  return account.externalId ? `x:${account.externalId}` : `n:${nameKey(account.name ?? '')}`;
}

function mentionOf(line: number, row: PersonRow): Mention {
  return {
    line,
    name: row.name ?? '',
    account: row.account.name ?? row.account.externalId ?? '',
    email: row.email?.key ?? '',
    externalId: row.externalId ?? '',
    role: row.roleText,
  };
}

type Point = 'name' | 'account' | 'role' | 'externalId' | 'email';

const WORDS = {
  name: 'under another name',
  account: 'with another account',
  role: 'with another role',
  externalId: 'with another id',
  email: 'with another e-mail',
} satisfies Record<Point, string>;

/** The first point in which two rows about one person differ, or null when they say the same. */
function difference(a: Mention, b: Mention): Point | null {
  if (nameKey(a.name) !== nameKey(b.name)) return 'name';
  if (nameKey(a.account) !== nameKey(b.account)) return 'account';
  if (wordKey(a.role) !== wordKey(b.role)) return 'role';
  if (a.externalId !== b.externalId) return 'externalId';
  return a.email === b.email ? null : 'email';
}

function sayContradiction(line: number, first: Mention, other: Mention): Reason {
  const elsewhere = line === first.line ? other : first;
  const point = difference(first, other) ?? 'name';
  const both = [first, other].map((mention) => mention[point] || 'none').join(' and ');
  const what = point === 'email' ? 'The id in your CRM' : 'E-mail';
  return {
    code: 'SAID_TWICE',
    sentence: `${what} is also on line ${elsewhere.line}, ${WORDS[point]}: ${both}.`,
  };
}
