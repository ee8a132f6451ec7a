import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hiddenAmong } from '#app/results/breakdown/suppress.ts';
import { CONFIDENCE } from '#app/results/confidence/policy.ts';
import { mintPart } from '#app/results/sample.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { determinedGroup } from '#tests/privacy/determined.ts';
import { type Fraction, fraction, ZERO } from '#tests/privacy/fraction.ts';
import { cells, sampleOf } from '#tests/support/samples.ts';

const K = CONFIDENCE.people;

/** An equation that sums up the people of some places, of so many people. */
const sumOf = (people: number, holds: (person: number) => boolean): Fraction[] =>
  Array.from({ length: people }, (_, person) => (holds(person) ? fraction(1) : ZERO));
const first = (count: number) => sumOf(12, (person) => person < count);

test('yesterday and today tell whoever answered in between', () => {
  expect(determinedGroup([first(5), first(10)], K)).toBeNull();
  expect(determinedGroup([first(5), first(6)], K)).toEqual([5]);
  expect(determinedGroup([first(5), first(9), first(12)], K)).toEqual([5, 6, 7, 8]);
});

test('two ways of weighing the same few people tell the sums of fewer', () => {
  const perAccount = Array.from({ length: 12 }, (_, person) => fraction(1, person < 3 ? 3 : 1)).map(
    (weight, person) => (person < 5 ? weight : ZERO),
  );
  expect(determinedGroup([first(5), perAccount], K)).toEqual([0, 1, 2]);
  expect(determinedGroup([perAccount], K)).toBeNull();
});

test('combinations of several numbers are found, not only differences of two', () => {
  const [a, b, c] = [0, 1, 2].map((part) => sumOf(24, (person) => person % 3 === part && person < 21));
  expect(determinedGroup([sumOf(24, () => true), a!, b!, c!], K)).toEqual([21, 22, 23]);
});

/** Groups of a lane by the people at each of their accounts. */
const sizes = fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 5,
});

/** What is seen of a lane and of those of its groups that are shown. */
function seenOf(all: readonly number[], isShown: (group: number) => boolean): Fraction[][] {
  const whole = all.reduce((sum, people) => sum + people, 0);
  const from = (group: number) => all.slice(0, group).reduce((sum, people) => sum + people, 0);
  const shown = all.flatMap((people, group) =>
    isShown(group) ? [sumOf(whole, (person) => person >= from(group) && person < from(group) + people)] : [],
  );
  return [sumOf(whole, () => true), ...shown];
}

/** The groups that the product shows of such a lane. */
function groupsOf(people: readonly (readonly number[])[]) {
  const accounts = people.map((group, g) =>
    group.map((count, a) => ({ accountId: `${g}-${a}`, counts: cells(Array(count).fill(9)) })),
  );
  const whole = sampleOf([], { confidentiality: 'confidential', accounts: accounts.flat() });
  const groups = accounts.map((own) => mintPart(whole, { accounts: own, known: null }));
  const hidden = hiddenAmong(groups, THRESHOLDS);
  return { sizes: groups.map(({ n }) => n), isShown: (group: number) => !hidden.has(groups[group]!) };
}

test('the groups of a lane that may be shown determine no group of fewer than five', () => {
  fc.assert(
    fc.property(sizes, (people) => {
      const { sizes, isShown } = groupsOf(people);
      fc.pre(sizes.reduce((sum, count) => sum + count, 0) >= K);
      expect(determinedGroup(seenOf(sizes, isShown), K)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('and do where complements are not looked at', () => {
  const all = [9, 6, 2];
  expect(
    determinedGroup(
      seenOf(all, (group) => all[group]! >= K),
      K,
    ),
  ).toEqual([15, 16]);
});
