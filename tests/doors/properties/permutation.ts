import { expect, test } from 'vitest';
import { isGap, type Moved } from '#tests/support/moved.ts';
import { movedBetween } from './moved-between.ts';
import { FIGURES, named, READ } from './readers.ts';
import { type Worlds, wordsOf } from './worlds.ts';

/** What shows how far apart the personas of single accounts are, which depends on who of a persona said what. */
const SHOWS_ACCOUNTS = new Set([
  '_desk',
  '_desk.overview',
  '_desk.overview[.]pdf',
  '_desk.overview_.monday',
  '_desk.committees._index',
  '_desk.committees[.]csv',
  'api.v1.committees',
  '_desk.committees.$account',
  'api.v1.committees.$account',
]);

/** How two personas stand to each other at an account: a relation, which no raise of both moves. Everything else there is a count. */
const RELATIONS = [
  /\bapart\b|of one mind|where they stand|[>\d] points?</i,
  // The two of a pair, and the accounts in the order of their gaps.
  />(End-users|Buyers) and (End-users|Buyers)</,
  /href="\/(accounts|committees)\/[^>]*>Account \d+</,
];
const RELATION_KEYS = new Set(['points_of_10', 'pattern', 'more_than_1_point', 'more_than_3_points']);

function isRelation(part: Moved): boolean {
  const says = (text: string) => RELATIONS.some((relation) => relation.test(text));
  return RELATION_KEYS.has(part.key ?? '') || isGap(part) || (says(part.before) && says(part.after));
}

/** Property (ii): the same answers, from others of the same persona. */
export function holdsPermutation(worlds: () => Worlds): void {
  test.each(named(READ))(
    'permute the answers of each persona: %s does not move, unless it shows single accounts',
    async (_, row) => {
      const { low, permuted } = worlds();
      const [before, after] = [await wordsOf(low, row), await wordsOf(permuted, row)];
      if (SHOWS_ACCOUNTS.has(row.route)) expect(after, 'this page shows them').not.toEqual(before);
      else expect(after).toEqual(before);
    },
  );

  test.each(named(FIGURES))(
    'permute the answers of each persona: what moves on %s is of one of them, or how two stand to each other',
    async (_, row) => {
      const { low, permuted } = worlds();
      const moved = await movedBetween(low, permuted, row);
      expect(moved.filter((part) => part.personas.length !== 1 && !isRelation(part))).toEqual([]);
    },
  );
}
