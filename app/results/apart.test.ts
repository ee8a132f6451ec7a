import fc from 'fast-check';
import { expect, test } from 'vitest';
import { persona, recommend, sampleOf } from '#tests/support/samples.ts';
import { apartPairs, patternOf, widestApart } from './apart.ts';
import { samplesByAccount } from './by-account.ts';

const at = (id: string, answers: number[], more = {}) => sampleOf([answers], { persona: id, ...more });

test('names both ends with their middle and how many were heard', () => {
  const apart = widestApart([at('buyer', [4]), at('influencer', [7]), at('end_user', [8, 9, 10])]);
  expect(apart).toMatchObject({
    points: 5,
    higher: { persona: { id: 'end_user' }, n: 3, middle: 9 },
    lower: { persona: { id: 'buyer' }, n: 1, middle: 4 },
    wordedDifferently: false,
  });
});

test('of two at one place the earlier lane is named first, and there is a distance of 0', () => {
  expect(widestApart([at('buyer', [6]), at('end_user', [6])])).toMatchObject({
    points: 0,
    higher: { persona: { id: 'end_user' } },
  });
});

test('a custom persona is an end of its own', () => {
  const custom = persona('procurement', { name: 'Procurement lead', plural: 'Procurement leads' });
  const pairs = apartPairs([at('buyer', [9]), sampleOf([[2]], { persona: custom })]);
  expect(pairs).toMatchObject([{ points: 7, lower: { persona: { id: 'procurement' } } }]);
});

test('there is none with fewer than two heard, none in confidence, none where they were asked different things', () => {
  const satisfaction = { ...recommend, concept: 'satisfaction' };
  const confidential = { confidentiality: 'confidential' as const };
  expect(widestApart([at('buyer', [4])])).toBeNull();
  expect(widestApart([at('buyer', [4]), at('end_user', [])])).toBeNull();
  expect(widestApart([at('buyer', [4]), at('end_user', [9], confidential)])).toBeNull();
  const different = [at('buyer', [4]), at('end_user', [9], { question: satisfaction })];
  expect(widestApart(different)).toBeNull();
  expect(patternOf(different)).toBe('not_comparable');
  expect(patternOf([at('buyer', [4]), at('end_user', [9])])).toBe('split');
  const reworded = { ...recommend, wording: 'Other words?', wordingKey: 'other words' };
  expect(widestApart([at('buyer', [4]), at('end_user', [9], { question: reworded })])).toMatchObject({
    wordedDifferently: true,
    higher: { wording: 'Other words?' },
    lower: { wording: recommend.wording },
  });
});

test('raising everybody by the same amount moves no distance and swaps no end', () => {
  const answers = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(answers, answers, answers, fc.integer({ min: 0, max: 3 }), (buyers, users, others, by) => {
      const relation = (shift: number) =>
        apartPairs(
          Object.entries({ buyer: buyers, end_user: users, influencer: others }).map(([id, given]) =>
            at(
              id,
              given.map((one) => one + shift),
            ),
          ),
        ).map(({ points, higher, lower }) => [
          points,
          higher.persona.id,
          higher.n,
          lower.persona.id,
          lower.n,
        ]);
      expect(relation(by)).toEqual(relation(0));
    }),
  );
});

test('a sample taken apart by account is the same answers, each account by itself', () => {
  const whole = sampleOf([[9, 10], [3]], { declined: 2 });
  const accounts = [
    { accountId: 'account-1', counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1] },
    { accountId: 'account-2', counts: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0] },
  ];
  const parts = [...samplesByAccount(whole, accounts)];
  expect(parts.map(([id, { n, histogram }]) => [id, n, histogram[9]])).toEqual([
    ['account-1', 2, 1],
    ['account-2', 1, 0],
  ]);
  expect(parts[0]![1]).toMatchObject({ leftOut: 1, known: null, within: { accountId: 'account-1' } });
});
