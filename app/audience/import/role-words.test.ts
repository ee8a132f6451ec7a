import { expect, test } from 'vitest';
import { BASES } from '#app/persona/persona.ts';
import { readRoleCell, suggestPersonaForWord, wordKey } from './role-words.ts';
import { hintFromTitle, titleKey } from './title-hints.ts';

const confirmed = new Map<string, string | null>([
  [wordKey('Economic buyer'), 'buyer'],
  [wordKey('User'), 'end_user'],
  [wordKey('Legal & Compliance'), 'procurement_lead'],
  [wordKey('Other'), null],
  [wordKey('Buyer/User'), 'buyer'],
]);

test.each([
  ['Economic buyer', { kind: 'persona', personaId: 'buyer' }],
  ['\u00A0ECONOMIC BUYER ', { kind: 'persona', personaId: 'buyer' }],
  ['Legal & Compliance', { kind: 'persona', personaId: 'procurement_lead' }],
  ['Economic  buyer', { kind: 'unknown', word: 'Economic  buyer' }],
  ['Champion', { kind: 'unknown', word: 'Champion' }],
  ['', { kind: 'blank' }],
  [' \u200B', { kind: 'blank' }],
  ['N/A', { kind: 'blank' }],
  ['Unknown', { kind: 'blank' }],
  ['Other', { kind: 'blank' }],
  ['Economic buyer; User', { kind: 'two_hats', words: ['Economic buyer', 'User'] }],
  ['Buyer/User', { kind: 'two_hats', words: ['Buyer', 'User'] }],
  ['User; user;', { kind: 'persona', personaId: 'end_user' }],
  [
    'Yes, I influenced the purchase and more',
    { kind: 'unknown', word: 'Yes, I influenced the purchase and more' },
  ],
])('the role cell %j', (cell, expected) => {
  expect(readRoleCell(cell, confirmed)).toEqual(expected);
});

test('a word is never taken for a persona by its name alone', () => {
  for (const word of ['Buyer', 'end_user', 'Influencer', 'advocate']) {
    expect(readRoleCell(word, new Map())).toEqual({ kind: 'unknown', word });
  }
});

test.each([
  ['Economic buyer', 'buyer'],
  ['Decision Maker', 'buyer'],
  ['Budget Holder', 'buyer'],
  ['BUDGET_HOLDER', 'buyer'],
  ['User', 'end_user'],
  ['end-user', 'end_user'],
  ['Tech evaluator', 'influencer'],
  ['Influencer', 'influencer'],
  ['Legal & Compliance', 'influencer'],
  ['Entscheiderin', 'buyer'],
  ['Utilisatrice', 'end_user'],
  ['Prescriptor', 'influencer'],
  ['Champion', null],
  ['Executive Sponsor', null],
  ['Blocker', null],
  ['Other', null],
  ['Zork', null],
])('“%s” suggests %s, with a reason', (word, persona) => {
  const suggestion = suggestPersonaForWord(word);
  expect(suggestion.persona).toBe(persona);
  expect(suggestion.reason).toMatch(/\.$/);
});

test.each([
  ['Finance director', 'buyer'],
  ['CFO', 'buyer'],
  ['Geschäftsführerin', 'buyer'],
  ['Directrice financière', 'buyer'],
  ['Director Financiero', 'buyer'],
  ['Head of Procurement', 'buyer'],
  ['Einkaufsleiter', 'buyer'],
  ['Vice President Engineering', 'influencer'],
  ['Vertriebsleiterin', 'influencer'],
  ['Product Owner', 'influencer'],
  ['Enterprise Architect', 'influencer'],
  ['Planner', 'end_user'],
  ['Software-Entwickler/in', 'end_user'],
  ['Ingénieure qualité', 'end_user'],
  ['Técnico de sistemas', 'end_user'],
  ['Developer Advocate', 'advocate'],
])('the title “%s” suggests %s', (title, personaId) => {
  expect(hintFromTitle(title)).toMatchObject({ kind: 'suggestion', personaId, from: 'words' });
});

test.each(['Category Buyer', 'Einkäuferin', 'Acheteur', 'Comprador'])(
  '“%s” is often a purchasing clerk',
  (title) => {
    expect(hintFromTitle(title)).toEqual({
      kind: 'none',
      reason: '“Buyer” in a title is often a purchasing clerk: look at each.',
    });
  },
);

test.each(['', 'Wizard of light bulbs', 'Manager', 'Assistant to the CEO', 'Former CFO', 'Intern'])(
  '“%s” suggests nobody, and says why',
  (title) => {
    expect(hintFromTitle(title)).toMatchObject({ kind: 'none', reason: expect.stringMatching(/\.$/) });
  },
);

test('what was confirmed before goes before the words', () => {
  expect(
    hintFromTitle(
      'Category Buyer',
      new Map([
        ['end_user', 4],
        ['buyer', 1],
      ]),
    ),
  ).toEqual({
    kind: 'suggestion',
    personaId: 'end_user',
    from: 'evidence',
    reason: '4 of 5 people with this title were confirmed this way.',
  });
});

test('people of one title in different roles are looked at one by one', () => {
  expect(
    hintFromTitle(
      'Planner',
      new Map([
        ['end_user', 3],
        ['buyer', 2],
      ]),
    ),
  ).toEqual({
    kind: 'none',
    reason: 'The 5 people with this title hold different roles: look at each.',
  });
});

test('two spellings of one title are asked about once', () => {
  expect(titleKey('Finance-Director ')).toBe(titleKey('finance  director'));
});

test('a suggestion is one of the four bases', () => {
  for (const title of ['CEO', 'Head of IT', 'Clerk', 'Evangelist']) {
    const hint = hintFromTitle(title);
    expect(hint.kind === 'suggestion' && BASES).toContain(hint.kind === 'suggestion' && hint.personaId);
  }
});
