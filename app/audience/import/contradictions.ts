import type { Reason } from './import-limits.ts';
import { keysOf, type PeopleFacts, type Point, saidBy } from './people-facts.ts';
import type { PersonRow } from './person-row.ts';

interface Mention {
  line: number;
  row: PersonRow;
}

/** Rows about one person that say different things, kept word for word so that the report can show both. */
export class Contradictions {
  readonly #facts: PeopleFacts;
  readonly #pairs = new Map<string, { first: Mention; other: Mention | null }>();

  constructor(facts: PeopleFacts) {
    this.#facts = facts;
  }

  add(line: number, row: PersonRow): void {
    for (const key of keysOf(row)) {
      if (!this.#facts.contradicted.has(key)) continue;
      const pair = this.#pairs.get(key);
      if (!pair) this.#pairs.set(key, { first: { line, row }, other: null });
      else if (!pair.other && difference(pair.first.row, row)) pair.other = { line, row };
    }
  }

  /** Why the row on this line waits for a person: the other line, the point, and both readings of it. */
  reasonFor(line: number, key: string): Reason {
    const pair = this.#pairs.get(key);
    if (!pair?.other)
      return { code: 'SAID_TWICE', sentence: 'Another line says something else about this person.' };
    const { first, other } = pair;
    const elsewhere = line === first.line ? other : first;
    const point = difference(first.row, other.row) ?? 'name';
    const both = [first.row, other.row].map((row) => shown(row, point) || 'none').join(' and ');
    const what = point === 'email' ? 'The id in your CRM' : 'E-mail';
    return {
      code: 'SAID_TWICE',
      sentence: `${what} is also on line ${elsewhere.line}, ${WORDS[point]}: ${both}.`,
    };
  }
}

const WORDS = {
  name: 'under another name',
  account: 'with another account',
  role: 'with another role',
  externalId: 'with another id',
  email: 'with another e-mail',
  attributes: 'with other attributes',
} satisfies Record<Point, string>;

/** The first point in which two rows about one person differ, or null when they say the same. */
function difference(a: PersonRow, b: PersonRow): Point | null {
  const [one, other] = [saidBy(a), saidBy(b)];
  return (
    (['name', 'account', 'role', 'externalId', 'email', 'attributes'] as const).find(
      (point) => one[point] !== other[point],
    ) ?? null
  );
}

function shown(row: PersonRow, point: Point): string | null {
  switch (point) {
    case 'name':
      return row.name;
    case 'account':
      return row.account.name ?? row.account.externalId;
    case 'role':
      return row.roleText;
    case 'externalId':
      return row.externalId;
    case 'email':
      return row.email?.address ?? null;
    case 'attributes':
      return row.own.person.map(({ value }) => value).join(', ');
    default:
      return point satisfies never;
  }
}
