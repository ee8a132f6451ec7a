import { DECLINED } from '#app/survey/question/shared.ts';
import { type BySize, inOrder, withAccount } from './arithmetic/by-size.ts';
import { isLarger } from './gathered.ts';
import { type Cell, NO_ACCOUNT } from './lane-count.ts';

/**
 * What the answers of ONE persona to one question of one wave come to, whatever the number of accounts. Whole numbers
 * throughout: added piece by piece they are the same as added at once.
 */
export interface Sums {
  /** People by the value they gave, as the tally writes it. */
  values: ReadonlyMap<string, number>;
  /** Of the whole question under the empty key, and of each row of a grid that anybody answered. */
  parts: ReadonlyMap<string, PartSums>;
}

export interface PartSums {
  /** People whose account nobody named. */
  unnamed: number;
  /** Named accounts by how many people answered there. */
  bySize: readonly BySize[];
  largest: { accountId: string; people: number } | null;
}

/** The whole question, beside the rows of a grid. */
export const WHOLE = '';
export const NO_SUMS: Sums = { values: new Map(), parts: new Map() };
const NO_PART: PartSums = { unnamed: 0, bySize: [], largest: null };

/** One account's answers to one question: how many gave each value. */
type AccountCells = ReadonlyMap<string, number>;

/**
 * The same sums with more answers. `before`: what the accounts of these answers had given until now, of the same question;
 * each cell once.
 */
export function addToSums(sums: Sums, before: readonly Cell[], added: readonly Cell[]): Sums {
  const values = new Map(sums.values);
  for (const { value, people } of added) values.set(value, (values.get(value) ?? 0) + people);
  const had = byAccount(before);
  const parts = new Map(sums.parts);
  for (const [accountId, more] of byAccount(added)) {
    const from = partsOf(had.get(accountId) ?? new Map());
    for (const [part, to] of partsOf(merged(had.get(accountId), more)))
      parts.set(part, moved(parts.get(part) ?? NO_PART, accountId, from.get(part) ?? NOBODY, to));
  }
  return { values, parts };
}

function byAccount(cells: readonly Cell[]): Map<string, Map<string, number>> {
  const accounts = new Map<string, Map<string, number>>();
  for (const { accountId, value, people } of cells) {
    const own = accounts.get(accountId) ?? new Map<string, number>();
    accounts.set(accountId, own.set(value, (own.get(value) ?? 0) + people));
  }
  return accounts;
}

function merged(had: AccountCells = new Map(), more: AccountCells): AccountCells {
  const all = new Map(had);
  for (const [value, people] of more) all.set(value, (all.get(value) ?? 0) + people);
  return all;
}

interface Voice {
  people: number;
  /** Promoters minus detractors, where values are 0 to 10. */
  net: number;
}

const NOBODY: Voice = { people: 0, net: 0 };

/** Who of one account answered: the question, and each row of it. Whoever prefers not to say did not. */
function partsOf(cells: AccountCells): Map<string, Voice> {
  const parts = new Map<string, Voice>();
  const several = cells.get('');
  for (const [value, people] of cells) {
    if (value === DECLINED) continue;
    const row = rowOf(value);
    if (row !== null) add(parts, row, people, 0);
    // Where one person gives several values, the empty one counts the people behind them.
    if (value === '' || several === undefined) add(parts, WHOLE, people, netOf(value) * people);
  }
  return parts;
}

function add(parts: Map<string, Voice>, part: string, people: number, net: number): void {
  const known = parts.get(part) ?? NOBODY;
  parts.set(part, { people: known.people + people, net: known.net + net });
}

/** The row of `row:column`; keys hold no colon. */
function rowOf(value: string): string | null {
  const at = value.indexOf(':');
  return at < 0 ? null : value.slice(0, at);
}

function netOf(value: string): number {
  if (value === '9' || value === '10') return 1;
  return /^[0-6]$/.test(value) ? -1 : 0;
}

/** The account leaves those of its old size and joins those of its new one. */
function moved(part: PartSums, accountId: string, from: Voice, to: Voice): PartSums {
  if (accountId === NO_ACCOUNT) return { ...part, unnamed: part.unnamed + to.people - from.people };
  const sizes = new Map(part.bySize.map((one) => [one.size, one]));
  const change = ({ people: size, net }: Voice, accounts: 1 | -1) => {
    if (size > 0) sizes.set(size, withAccount(sizes.get(size), { size, accounts, net }));
  };
  change(from, -1);
  change(to, 1);
  const { people } = to;
  const own = { accountId, people };
  const isLargest = people > 0 && (part.largest === null || isLarger(own, part.largest));
  return {
    unnamed: part.unnamed,
    bySize: inOrder(sizes.values()).filter(({ accounts }) => accounts > 0),
    largest: isLargest || part.largest?.accountId === accountId ? own : part.largest,
  };
}

/** As one column holds them, in one order: equal sums are equal texts. */
export function writeSums({ values, parts }: Sums): string {
  const byKey = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({
    values: byKey(values),
    parts: byKey(parts).map(([part, { unnamed, bySize, largest }]) => [
      part,
      unnamed,
      bySize.map(({ size, accounts, net, netSquares }) => [size, accounts, net, netSquares]),
      largest && [largest.accountId, largest.people],
    ]),
  });
}

interface Written {
  values: [string, number][];
  parts: [string, number, [number, number, number, number][], [string, number] | null][];
}

/** What `writeSums` wrote. */
export function readSums(text: string): Sums {
  const { values, parts } = JSON.parse(text) as Written;
  return {
    values: new Map(values),
    parts: new Map(
      parts.map(([part, unnamed, sizes, largest]) => [
        part,
        {
          unnamed,
          bySize: sizes.map(([size, accounts, net, netSquares]) => ({ size, accounts, net, netSquares })),
          largest: largest && { accountId: largest[0], people: largest[1] },
        },
      ]),
    ),
  };
}
