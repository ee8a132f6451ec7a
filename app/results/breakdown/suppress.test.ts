import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cells, sampleOf } from '#tests/support/samples.ts';
import { mintPart, type Sample } from '../sample.ts';
import type { ScoreScale } from '../scale.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { hiddenAmong } from './suppress.ts';

/** People at each account, group by group. */
type Sizes = readonly (readonly number[])[];

function play(sizes: Sizes) {
  const accounts = sizes.map((group, g) =>
    group.map((people, a) => ({ accountId: `${g}-${a}`, counts: cells(Array(people).fill(9)) })),
  );
  const given = { confidentiality: 'confidential', accounts: accounts.flat() } as const;
  const whole = sampleOf([], given);
  const groups = accounts.map((own) => mintPart(whole, { accounts: own, known: null }));
  return { groups, hidden: hiddenAmong(groups, THRESHOLDS), whole };
}

const hiddenSizes = (sizes: Sizes) => {
  const { groups, hidden } = play(sizes);
  return groups.filter((group) => hidden.has(group)).map(({ n }) => n);
};

describe('groups of a confidential lane', () => {
  test('show where each has five people at three accounts', () => {
    expect(
      hiddenSizes([
        [2, 2, 2],
        [2, 2, 2, 1],
      ]),
    ).toEqual([]);
  });

  test('one that is too small takes the next smallest with it, or it would be the difference', () => {
    expect(
      hiddenSizes([
        [1, 1],
        [2, 2, 2],
        [3, 3, 3],
      ]),
    ).toEqual([2, 6]);
  });

  test('one that is left with few people once its large account is taken off is withheld', () => {
    // 6 of one account may be asked for alone: the two others would be left.
    expect(
      hiddenSizes([
        [6, 1, 1],
        [2, 2, 2],
        [2, 2, 2],
      ]),
    ).toContain(8);
  });

  test('whoever adds and subtracts all that is shown finds no group of fewer than five', () => {
    const Sizes = fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(Sizes, (sizes) => {
        const { groups, hidden, whole } = play(sizes);
        if (whole.n < 5 || isLeakyAlready(sizes.flat())) return;
        expect(smallestFound(groups, hidden)).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether the figure of all and those of single accounts give somebody away by themselves, without any group. */
function isLeakyAlready(accounts: readonly number[]): boolean {
  const small = accounts.filter((people) => people < 5).reduce((sum, people) => sum + people, 0);
  return small > 0 && small < 5;
}

/**
 * The fewest people whose sum is determined by what is shown: the whole, every shown group and every account of five or
 * more. Every set of accounts is tried, and whether its row lies in the space of the rows shown.
 */
function smallestFound(
  groups: readonly Sample<ScoreScale>[],
  hidden: ReadonlySet<Sample<ScoreScale>>,
): number {
  const accounts: { g: number; people: number }[] = groups.flatMap((group, g) =>
    group.bySize.flatMap(({ size, accounts }) => Array(accounts).fill({ g, people: size })),
  );
  const rows = [accounts.map(() => 1)];
  for (const [g, group] of groups.entries())
    if (!hidden.has(group)) rows.push(accounts.map((account) => Number(account.g === g)));
  for (const [at, { people }] of accounts.entries())
    if (people >= 5) rows.push(accounts.map((_, other) => Number(other === at)));
  let smallest = Number.POSITIVE_INFINITY;
  const rank = rankOf(rows);
  for (let set = 1; set < 2 ** accounts.length; set += 1) {
    const row = accounts.map((_, at) => (set >> at) & 1);
    const people = accounts.reduce((sum, account, at) => sum + row[at]! * account.people, 0);
    if (people < Math.min(5, smallest) && rankOf([...rows, row]) === rank) smallest = people;
  }
  return smallest;
}

/** Of small whole numbers, so that no rounding decides. */
function rankOf(given: readonly (readonly number[])[]): number {
  const rows = given.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, at) => at >= rank && row[column] !== 0);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const lead = rows[rank]!;
    for (const [at, row] of rows.entries())
      if (at !== rank && row[column] !== 0)
        rows[at] = row.map((cell, i) => cell * lead[column]! - lead[i]! * row[column]!);
    rank += 1;
  }
  return rank;
}
