import { describe, expect, test } from 'vitest';
import { classesOf, persona, sampleOf, springWave } from '#tests/support/samples.ts';
import { oddsAbove } from './odds.ts';
import { responseRate, tippingPointOf } from './response.ts';
import { mintSample, type SampleInput } from './sample.ts';
import { sharesOf } from './shares.ts';

const asked = {
  persona: persona('buyer'),
  wave: springWave,
  known: null,
  confidentiality: 'attributed',
} as const satisfies Partial<SampleInput>;
const about = {
  key: 'price',
  concept: 'price',
  wording: 'Is the price fair?',
  wordingKey: 'is the price fair?',
};

describe('a rating or a choice is spread out, never scored', () => {
  const rated = (accounts: number[][], given = {}) =>
    mintSample({
      ...asked,
      question: { ...about, scale: 'rating_1_5' },
      accounts: accounts.map((counts, index) => ({ accountId: `a${index}`, counts })),
      ...given,
    });

  test('every mark has its people and its share, and the two best marks one together', () => {
    const shares = sharesOf(
      rated([
        [1, 0, 0, 2, 1],
        [0, 1, 1, 0, 0],
        [0, 0, 0, 0, 2],
      ]),
    );
    expect(shares.n).toBe(8);
    expect(shares.bars?.map(({ value, people }) => [value, people])).toEqual([
      ['1', 1],
      ['2', 1],
      ['3', 1],
      ['4', 2],
      ['5', 3],
    ]);
    expect(shares.topTwo).toMatchObject({
      share: 0.625,
      lo: expect.closeTo(0.306, 3),
      hi: expect.closeTo(0.863, 3),
    });
    expect(shares).not.toHaveProperty('score');
  });

  test('too few to share out are counted, and in confidence not even that', () => {
    const few = [[1, 0, 0, 0, 1]];
    expect(sharesOf(rated(few))).toMatchObject({
      showing: 'answers_only',
      topTwo: null,
      bars: { length: 5 },
    });
    expect(sharesOf(rated(few)).bars?.every((bar) => bar.share === null)).toBe(true);
    expect(sharesOf(rated(few, { confidentiality: 'confidential' }))).toMatchObject({
      bars: null,
      topTwo: null,
    });
  });

  test('where several may be ticked, a share is of people and not of ticks', () => {
    const question = { ...about, scale: 'multiple', options: ['cost', 'speed'] } as const;
    const accounts = ['a', 'b', 'c'].map((accountId) => ({ accountId, counts: [2, 1], people: 2 }));
    const shares = sharesOf(mintSample({ ...asked, question, accounts }));
    expect(shares.n).toBe(6);
    expect(shares.bars?.map(({ value, share }) => [value, share?.share])).toEqual([
      ['cost', 1],
      ['speed', 0.5],
    ]);
    const ticksOnly = accounts.map(({ accountId, counts }) => ({ accountId, counts }));
    expect(() => mintSample({ ...asked, question, accounts: ticksOnly })).toThrow(RangeError);
  });
});

test('how many of the silent could pull the score under a target', () => {
  const sample = sampleOf(classesOf(8, 2, 2), { known: 40 });
  expect(tippingPointOf(sample, 30)).toEqual({ silent: 28, detractorsNeeded: 6, possible: true });
  expect(tippingPointOf(sampleOf([[9]], { known: 40 }), 30)).toBeNull();
  expect(tippingPointOf(sampleOf(classesOf(8, 2, 2)), 30)).toBeNull();
});

test('how likely the true score is above a line, unless too few answered', () => {
  expect(oddsAbove(sampleOf(classesOf(12, 5, 3)), 30)).toBeCloseTo(0.778, 3);
  expect(oddsAbove(sampleOf([[9], [9]]), 30)).toBeNull();
});

test('a response rate needs a delivery', () => {
  expect(responseRate(0, 0)).toBeNull();
  expect(responseRate(0, 12)).toMatchObject({ share: 0, lo: 0 });
});
