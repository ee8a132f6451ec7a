import { expect, test } from 'vitest';
import { BASE_PERSONAS, type PersonaBase } from '#app/persona/persona.ts';
import { coverageShareOf, coverageShareWords } from './coverage-share.ts';

function seatOf(base: PersonaBase, people: number) {
  return { persona: { ...BASE_PERSONAS[base], id: base, base, position: 0, closedAt: null }, people };
}

const TEMPLATE = [seatOf('end_user', 2), seatOf('buyer', 1)];

function shareOf(accounts: readonly Record<string, number>[]) {
  return coverageShareOf(
    TEMPLATE,
    new Map(accounts.map((own, at) => [`account-${at}`, new Map(Object.entries(own))])),
  );
}

test('an account is heard whole where enough people of each role were, and none stands in for another', () => {
  const share = shareOf([
    { end_user: 2, buyer: 1 },
    { end_user: 9, influencer: 3 },
    { end_user: 1, buyer: 4 },
    { end_user: 3, buyer: 1, advocate: 1 },
  ]);
  expect(share).toEqual({ of: 4, complete: 2 });
});

test.each([
  [{ of: 0, complete: 0 }, null],
  [
    { of: 9, complete: 2 },
    '2 of the 9 accounts that answered were heard from every role of their committee.',
  ],
  [{ of: 9, complete: 1 }, '1 of the 9 accounts that answered was heard from every role of their committee.'],
  [{ of: 1, complete: 1 }, 'The one account that answered was heard from every role of its committee.'],
  [{ of: 1, complete: 0 }, 'The one account that answered was not heard from every role of its committee.'],
])('%o in words', (share, words) => {
  expect(coverageShareWords(share)).toBe(words);
});
