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

/**
 * The same sums with more answers. `before`: what the accounts of these answers had given until now, of the same question;
 * each cell once.
 */
export function addToSums(sums: Sums, before: readonly Cell[], added: readonly Cell[]): Sums {
  const values = new Map(sums.values);
  for (const { value, people } of added) values.set(value, (values.get(value) ?? 0) + people);
  const touched = byAccount(added);
  const had = byAccount(before);
  const open = new Map([...sums.parts].map(([part, own]) => [part, opened(own)]));
  for (const [accountId, more] of touched) {
    const cells = had.get(accountId) ?? [];
    const from = partsOf(cells);
    for (const [part, to] of partsOf(cells.length === 0 ? more : [...cells, ...more])) {
      const own = open.get(part) ?? opened(NO_PART);
      open.set(part, own);
      move(own, accountId, from.get(part) ?? NOBODY, to);
    }
  }
  return { values, parts: new Map([...open].map(([part, own]) => [part, closed(own)])) };
}

type AccountCells = readonly Cell[];

function byAccount(cells: readonly Cell[]): Map<string, Cell[]> {
  const accounts = new Map<string, Cell[]>();
  for (const cell of cells) {
    const own = accounts.get(cell.accountId);
    if (own) own.push(cell);
    else accounts.set(cell.accountId, [cell]);
  }
  return accounts;
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
  const areSeveral = cells.some(({ value }) => value === '');
  for (const { value, people } of cells) {
    if (value === DECLINED) continue;
    const row = rowOf(value);
    if (row !== null) add(parts, row, people, 0);
    // Where one person gives several values, the empty one counts the people behind them.
    if (value === '' || !areSeveral) add(parts, WHOLE, people, netOf(value) * people);
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
  return value.length === 1 && value >= '0' && value <= '6' ? -1 : 0;
}

/** A part while accounts move in it. */
interface OpenPart {
  unnamed: number;
  bySize: Map<number, BySize>;
  largest: PartSums['largest'];
}

function opened({ unnamed, bySize, largest }: PartSums): OpenPart {
  return { unnamed, bySize: new Map(bySize.map((one) => [one.size, one])), largest };
}

function closed({ unnamed, bySize, largest }: OpenPart): PartSums {
  return { unnamed, bySize: inOrder(bySize.values()).filter(({ accounts }) => accounts > 0), largest };
}

/** The account leaves those of its old size and joins those of its new one. */
function move(part: OpenPart, accountId: string, from: Voice, to: Voice): void {
  if (accountId === NO_ACCOUNT) {
    part.unnamed += to.people - from.people;
    return;
  }
  change(part, from, -1);
  change(part, to, 1);
  const own = { accountId, people: to.people };
  const isLargest = to.people > 0 && (part.largest === null || isLarger(own, part.largest));
  if (isLargest || part.largest?.accountId === accountId) part.largest = own;
}

function change({ bySize }: OpenPart, { people: size, net }: Voice, accounts: 1 | -1): void {
  if (size > 0) bySize.set(size, withAccount(bySize.get(size), { size, accounts, net }));
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
