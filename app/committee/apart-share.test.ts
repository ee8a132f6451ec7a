import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recommend, sampleOf } from '#tests/support/samples.ts';
import { apartShareOf, apartShareWords } from './apart-share.ts';

type Answers = Record<string, number[]>;

const satisfaction = { ...recommend, concept: 'satisfaction' };

/** Accounts with what each persona answered there. */
function shareOf(accounts: readonly Answers[], otherwise: Parameters<typeof sampleOf>[1] = {}) {
  const samples = accounts.map((given) =>
    Object.entries(given).map(([persona, answers]) =>
      sampleOf([answers], { persona, ...(persona === 'influencer' ? otherwise : {}) }),
    ),
  );
  return apartShareOf(new Map(samples.map((own, at) => [`account-${at}`, own])));
}

test('counts accounts of those where two personas can be held against each other, and says how many cannot', () => {
  const share = shareOf([
    { buyer: [9], end_user: [9, 10] },
    { buyer: [7], end_user: [9] },
    { buyer: [4], end_user: [8, 9, 10] },
    { buyer: [2], end_user: [] },
    { end_user: [1] },
  ]);
  expect(share).toEqual({ of: 3, pulling: 2, far: 1, askedApart: 0, alone: 2 });
  expect(apartShareWords(share)).toBe(
    '2 of 3 committees with at least two personas heard pull apart, by more than 1 point of 10; 1 of 3 by more than 3. At 2 accounts one persona alone gave a score.',
  );
});

test('of those asked different things nothing is told but how many they are', () => {
  const share = shareOf([{ buyer: [1], influencer: [9] }], { question: satisfaction });
  expect(apartShareWords(share)).toBe(
    'No committee has two personas heard that were asked the same. At 1 account they were asked different things.',
  );
});

test('is made of distances alone: raising everybody by the same amount moves none of it', () => {
  const answers = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 4 });
  const accounts = fc.array(fc.record({ buyer: answers, end_user: answers, influencer: answers }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(accounts, fc.integer({ min: 1, max: 3 }), (given, by) => {
      const raised = given.map((own) =>
        Object.fromEntries(Object.entries(own).map(([id, said]) => [id, said.map((one) => one + by)])),
      );
      expect(shareOf(raised)).toEqual(shareOf(given));
    }),
  );
});
