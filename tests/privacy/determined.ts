import { divided, type Fraction, isZero, minus, times, ZERO } from './fraction.ts';

type Row = readonly Fraction[];

/**
 * Whether numbers that were seen determine a sum over fewer than `k` people: some combination of the equations that holds
 * nobody else. Exact and complete.
 * @param equations each by the weight of every person in it
 * @returns the places of such people, or null
 */
export function determinedGroup(equations: readonly Row[], k: number): number[] | null {
  const kinds = kindsOf(equations);
  const [large, small] = [kinds.filter((one) => one.length >= k), kinds.filter((one) => one.length < k)];
  // People in one kind weigh the same in every equation, so that a combination holds all of them or none.
  const column = (equation: Row) => [...large, ...small].map(([first]) => equation[first!]!);
  const reduced = reduce(equations.map(column), large.length);
  const left = reduced.rows.slice(reduced.rank).map((row) => row.slice(large.length));
  const found = leastSupport(left, small, k);
  return found?.flatMap((at) => small[at]!).sort((a, b) => a - b) ?? null;
}

/** People who weigh the same everywhere, of those who are anywhere. */
function kindsOf(equations: readonly Row[]): number[][] {
  const people = equations[0]?.map((_, person) => person) ?? [];
  const weights = (person: number) =>
    equations.map((row) => `${row[person]!.over}/${row[person]!.under}`).join(' ');
  const anywhere = people.filter((person) => equations.some((row) => !isZero(row[person]!)));
  return [...Map.groupBy(anywhere, weights).values()];
}

/** Gauss and Jordan over the first columns; the rows after `rank` are 0 in all of them. */
function reduce(given: readonly Row[], columns: number): { rows: Fraction[][]; rank: number } {
  const rows = given.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < columns && rank < rows.length; column += 1) {
    const pivot = rows.findIndex((row, at) => at >= rank && !isZero(row[column]!));
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const lead = rows[rank]!;
    for (const [at, row] of rows.entries()) {
      if (at === rank || isZero(row[column]!)) continue;
      const factor = divided(row[column]!, lead[column]!);
      rows[at] = row.map((value, place) => minus(value, times(factor, lead[place] ?? ZERO)));
    }
    rank += 1;
  }
  return { rows, rank };
}

/** The first set of kinds of fewer than `k` people together on which a combination of the rows lies. */
function leastSupport(
  rows: readonly Row[],
  kinds: readonly (readonly number[])[],
  k: number,
): number[] | null {
  const dimensions = rankOf(rows);
  if (dimensions === 0) return null;
  const outside = (chosen: readonly number[]) =>
    rankOf(rows.map((row) => row.filter((_, at) => !chosen.includes(at))));
  const search = (chosen: readonly number[], from: number, people: number): number[] | null => {
    if (chosen.length > 0 && outside(chosen) < dimensions) return [...chosen];
    for (let at = from; at < kinds.length; at += 1) {
      const more = people + kinds[at]!.length;
      const found = more < k ? search([...chosen, at], at + 1, more) : null;
      if (found) return found;
    }
    return null;
  };
  return search([], 0, 0);
}

function rankOf(rows: readonly Row[]): number {
  return reduce(rows, rows[0]?.length ?? 0).rank;
}
