import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PartCell, shownParts } from '#app/results/confidence/may-show.ts';
import { CONFIDENCE } from '#app/results/confidence/policy.ts';
import { determinedGroup } from '#tests/privacy/determined.ts';
import { type Fraction, fraction, ZERO } from '#tests/privacy/fraction.ts';

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

const sizes = fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 7 });

/** What is seen of a whole and those of its parts that are shown. */
function seenOf(all: readonly number[], shown: ReadonlySet<string>): Fraction[][] {
  const whole = all.reduce((sum, people) => sum + people, 0);
  const from = (part: number) => all.slice(0, part).reduce((sum, people) => sum + people, 0);
  const parts = all.flatMap((people, part) =>
    shown.has(String(part))
      ? [sumOf(whole, (person) => person >= from(part) && person < from(part) + people)]
      : [],
  );
  return [sumOf(whole, () => true), ...parts];
}

const cellsOf = (all: readonly number[]): PartCell[] =>
  all.map((people, part) => ({ key: String(part), people }));

test('the parts of a whole that may be shown determine no group of fewer than five', () => {
  fc.assert(
    fc.property(sizes, (all) => {
      fc.pre(all.reduce((sum, people) => sum + people, 0) >= K);
      expect(determinedGroup(seenOf(all, shownParts(cellsOf(all))), K)).toBeNull();
    }),
  );
});

test('and do where complements are not looked at', () => {
  const all = [9, 6, 2];
  const careless = shownParts(cellsOf(all), { ...CONFIDENCE, complements: false });
  expect(determinedGroup(seenOf(all, careless), K)).toEqual([15, 16]);
});
