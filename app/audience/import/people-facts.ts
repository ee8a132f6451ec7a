import type { AttributeValue } from '../attribute/attribute.ts';
import { nameKey } from '../keys.ts';
import type { PersonRow } from './person-row.ts';
import { readRoleCell, wordKey } from './role-words.ts';

/** How a row stands to the others of its file that are about the same person. */
export type Standing =
  | { kind: 'first' }
  | { kind: 'repeated'; line: number }
  | { kind: 'contradicted'; key: string };

/**
 * What a whole file of people says, read once before any row is brought in: a row must not win by coming first.
 * Holds two numbers a row, because a file may have 100,000 of them.
 */
export class PeopleFacts {
  /** Rows about people, and rows that could not be read. */
  rows = 0;
  /** Rows whose role cell says nothing. */
  withoutWord = 0;
  /** Addresses and ids under which rows say different things, as `keysOf` writes them. */
  readonly contradicted = new Set<string>();
  readonly #words = new Map<string, { word: string; rows: number }>();
  /** By key: the place in the two lists below of the row that names it first. */
  readonly #first = new Map<string, number>();
  readonly #lines: number[] = [];
  readonly #prints: number[] = [];
  readonly #renewals = new Map<string, string>();
  readonly #accountValues = new Map<string, Map<string, AttributeValue>>();

  /** Distinct role words in the order of the file. */
  get words(): { word: string; rows: number }[] {
    return [...this.#words.values()];
  }

  add(line: number, row: PersonRow): void {
    this.#countWord(row.roleText);
    const { renewalDate } = row.account;
    const account = accountRef(row);
    if (renewalDate && !this.#renewals.has(account)) this.#renewals.set(account, renewalDate);
    this.#addAccountValues(account, row);
    const print = hash(Object.values(saidBy(row)).join('\n'));
    const place = this.#lines.push(line) - 1;
    this.#prints.push(print);
    for (const key of keysOf(row)) {
      const first = this.#first.get(key);
      if (first === undefined) this.#first.set(key, place);
      else if (this.#prints[first] !== print) this.contradicted.add(key);
    }
  }

  /** The renewal date of the row's account: the first one in the file, so that two rows never take turns. */
  renewalOf(row: PersonRow): string | null {
    return this.#renewals.get(accountRef(row)) ?? null;
  }

  /** The attributes of the row's account: of each the first value in the file, likewise. */
  accountValuesOf(row: PersonRow): AttributeValue[] {
    return [...(this.#accountValues.get(accountRef(row))?.values() ?? [])];
  }

  standingOf(line: number, row: PersonRow): Standing {
    let earliest = line;
    for (const key of keysOf(row)) {
      if (this.contradicted.has(key)) return { kind: 'contradicted', key };
      const place = this.#first.get(key);
      if (place !== undefined) earliest = Math.min(earliest, this.#lines[place] ?? line);
    }
    return earliest < line ? { kind: 'repeated', line: earliest } : { kind: 'first' };
  }

  #addAccountValues(account: string, { own }: PersonRow): void {
    if (own.account.length === 0) return;
    const values = this.#accountValues.get(account) ?? new Map<string, AttributeValue>();
    for (const value of own.account) if (!values.has(value.attributeId)) values.set(value.attributeId, value);
    this.#accountValues.set(account, values);
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

/** Everything by which a row names a person. */
export function keysOf({ email, externalId }: PersonRow): string[] {
  return [...(email ? [`e:${email.key}`] : []), ...(externalId ? [`x:${externalId}`] : [])];
}

export type Point = 'name' | 'account' | 'role' | 'externalId' | 'email' | 'attributes';

/** What two rows about one person must agree in, each in the spelling that counts. */
export function saidBy(row: PersonRow): Record<Point, string> {
  return {
    name: nameKey(row.name ?? ''),
    account: nameKey(row.account.name ?? row.account.externalId ?? ''),
    role: wordKey(row.roleText),
    externalId: row.externalId ?? '',
    email: row.email?.key ?? '',
    attributes: row.own.person.map(({ attributeId, key }) => `${attributeId} ${key}`).join('\t'),
  };
}

function accountRef({ account }: PersonRow): string {
  return account.externalId ? `x:${account.externalId}` : `n:${nameKey(account.name ?? '')}`;
}

/** 53 bits of two FNV-1a hashes: enough to tell the rows of one file apart. */
function hash(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
