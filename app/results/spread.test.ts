import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { persona, springWave } from '#tests/support/samples.ts';
import { binsOf, withWideEnds } from './arithmetic/bins.ts';
import { quantile } from './arithmetic/quantile.ts';
import { rulerFor } from './ruler.ts';
import { mintSample, type SampleInput } from './sample.ts';
import type { SpreadScale } from './scale.ts';
import { spreadOf } from './spread.ts';

const about = { key: 'q1', concept: 'seats', wording: 'How many?', wordingKey: 'how many?' };

/** Answers of buyers, one account for each inner list. */
function spread(byAccount: readonly (readonly string[])[], given: Partial<SampleInput> = {}) {
  const options = [...new Set(byAccount.flat())];
  return spreadOf(
    mintSample<SpreadScale>({
      persona: persona('buyer'),
      wave: springWave,
      known: null,
      confidentiality: 'attributed',
      ...(given as object),
      question: { ...about, scale: 'number', options, ...given.question } as never,
      accounts: byAccount.map((answers, at) => ({
        accountId: `a${at}`,
        accountName: `Account ${at}`,
        counts: options.map((option) => answers.filter((answer) => answer === option).length),
      })),
    }),
  );
}
const each = (...answers: string[]) => answers.map((answer) => [answer]);

describe('numbers along a line', () => {
  test('the middle, the half and the ends are those of the people, and one slip moves none of the middle', () => {
    const told = spread(each('1', '2', '3', '4', '5', '6', '7', '8000'));
    expect(told).toMatchObject({ lowest: 1, lowerQuartile: 2.5, median: 4.5, upperQuartile: 6.5 });
    expect(told.bins!.at(-1)).toMatchObject({ label: '8 or more', below: null, people: 1 });
    expect(told.bins!.map(({ label }) => label).slice(0, 3)).toEqual(['1', '2', '3']);
    expect(told).not.toHaveProperty('mean');
  });

  test('too few are listed where they agreed to be seen, and nothing is in confidence', () => {
    expect(spread(each('12', '3'))).toMatchObject({
      showing: 'answers_only',
      answers: [3, 12],
      median: null,
      bins: null,
      shortage: 'A median needs 5 answers.',
    });
    const quiet = spread(each('12', '3'), { confidentiality: 'confidential' });
    expect(quiet).toMatchObject({ showing: 'withheld', answers: null, median: null, bins: null });
    expect(JSON.stringify(quiet)).not.toContain('12');
  });

  test('in confidence a mark shows only where five people stand on both sides of it', () => {
    const confidential = { confidentiality: 'confidential' } as const;
    const nine = spread(each(...'123456789'), confidential);
    expect(nine).toMatchObject({ lowest: null, lowerQuartile: null, median: 5, highest: null });
    const ends = spread(each(...'11111', '4', ...'99999'), confidential);
    expect(ends).toMatchObject({ lowest: 1, median: 4, highest: 9 });
    const eight = spread(each(...'12345678'), confidential);
    expect(eight.median).toBeNull();
  });

  test('one account that gives more than a quarter is named', () => {
    const { largest } = spread([['1', '2', '3'], ['4'], ['5'], ['6']]);
    expect(largest).toMatchObject({ accountName: 'Account 0', answers: 3, share: 0.5 });
  });
});

test('days fall into weeks, months or years, and are never halved', () => {
  const ruler = rulerFor('date', []);
  const at = ruler.toLine('2027-02-26');
  expect(ruler.read(at + 0.5)).toBe('2027-02-26');
  expect(ruler.label(ruler.toLine('2027-02-01'), ruler.toLine('2027-03-01'))).toBe('Feb 2027');
  expect(ruler.label(ruler.toLine('2027-01-01'), ruler.toLine('2027-04-01'))).toBe('Jan 2027 to Mar 2027');
  expect(ruler.label(ruler.toLine('2027-01-01'), ruler.toLine('2028-01-01'))).toBe('2027');
  // A Monday.
  expect(ruler.read(ruler.steps[1]!.edgeBefore(at))).toBe('2027-02-22');
});

const counted = fc
  .uniqueArray(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { minLength: 1, maxLength: 60 })
  .chain((values) => fc.tuple(...[...values].sort((a, b) => a - b).map(people)));
const people = (at: number) => fc.record({ at: fc.constant(at), people: fc.integer({ min: 1, max: 9 }) });
const sum = (list: readonly { people: number }[]) => list.reduce((all, one) => all + one.people, 0);

test('bins hold every person once, touch one another, and are few', () => {
  fc.assert(
    fc.property(counted, fc.constantFrom('number', 'date'), (values, scale) => {
      const near = scale === 'date' ? values.map((one) => ({ ...one, at: one.at % 700_000 })) : values;
      const sorted = [...near].sort((a, b) => a.at - b.at);
      const bins = binsOf(sorted, rulerFor(scale as SpreadScale, []).steps);
      expect(sum(bins)).toBe(sum(sorted));
      expect(bins.length).toBeLessThanOrEqual(12);
      for (const [at, bin] of bins.slice(1).entries()) expect(bin.from).toBe(bins[at]!.below);
      const wide = withWideEnds(bins, 5);
      expect(sum(wide)).toBe(sum(sorted));
      if (wide.length > 1) expect(Math.min(wide[0]!.people, wide.at(-1)!.people)).toBeGreaterThanOrEqual(5);
    }),
  );
});

test('a quantile is what it is of the answers spelled out', () => {
  fc.assert(
    fc.property(counted, fc.constantFrom(0.25, 0.5, 0.75), (values, part) => {
      const all = values.flatMap(({ at, people: count }) => Array.from({ length: count }, () => at));
      const rank = part * all.length;
      const expected = Number.isInteger(rank)
        ? (all[rank - 1]! + all[Math.min(rank, all.length - 1)]!) / 2
        : all[Math.ceil(rank) - 1]!;
      expect(quantile(values, part)).toBe(expected);
    }),
  );
});
