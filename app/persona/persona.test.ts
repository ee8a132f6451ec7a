import { expect, test } from 'vitest';
import { type BASE_PERSONAS, byLane, inSentence } from './persona.ts';
import { isGenericName, personaIdOf } from './persona-name.ts';

test.each([
  'All contacts',
  'Customers',
  'customer',
  'Everyone',
  'N/A',
  'User/Buyer',
  'Stakeholder',
  'Ｕｓｅｒ',
  ' unknown ',
  'The users',
  '',
  'Buyer & End-user',
])('the name %j says nothing about what these people do', (name) => expect(isGenericName(name)).toBe(true));

test.each([
  'Procurement lead',
  'Finance director',
  'Power user',
  'Night-shift planner',
  'Einkaufsleitung',
  '購買担当',
])('the name %j sorts people in or out', (name) => expect(isGenericName(name)).toBe(false));

test('lanes keep their order: base by base, custom personas under their base', () => {
  const lane = (id: string, base: keyof typeof BASE_PERSONAS, position: number) => ({ id, base, position });
  const shuffled = [
    lane('advocate', 'advocate', 3),
    lane('cfo', 'buyer', 5),
    lane('buyer', 'buyer', 2),
    lane('end_user', 'end_user', 0),
    lane('procurement_lead', 'buyer', 4),
    lane('influencer', 'influencer', 1),
  ];
  expect(shuffled.sort(byLane).map(({ id }) => id)).toEqual([
    'end_user',
    'influencer',
    'buyer',
    'procurement_lead',
    'cfo',
    'advocate',
  ]);
});

test('a custom id is readable', () => {
  expect(personaIdOf('Procurement lead')).toBe('procurement_lead');
  expect(personaIdOf('購買担当')).toBe('persona');
});

test.each([
  ['End-user', 'end-user'],
  ['Procurement lead', 'procurement lead'],
  ['Équipe achats', 'équipe achats'],
  ['CFO', 'CFO'],
  ['IT buyer', 'IT buyer'],
  ['B2B buyers', 'B2B buyers'],
  ['購買担当', '購買担当'],
])('%s in a sentence is %s: only a word that is not written in capitals loses its own', (name, within) =>
  expect(inSentence(name)).toBe(within),
);
