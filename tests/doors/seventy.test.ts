import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNTS } from './seventy/accounts.ts';
import { blendIn } from './seventy/blends.ts';
import { EXPORTED } from './seventy/exported.ts';
import { FIGURES } from './seventy/figures.ts';
import { GROUPS } from './seventy/groups.ts';
import { MEASURES } from './seventy/measures.ts';
import { PAST } from './seventy/past.ts';
import { PERSONAS } from './seventy/personas.ts';
import { REQUESTS } from './seventy/requests.ts';
import { ROLES } from './seventy/roles.ts';
import { STORED } from './seventy/stored.ts';
import { SURFACES } from './seventy/surfaces.ts';
import { THEMES } from './seventy/themes.ts';
import { WAVES } from './seventy/waves.ts';
import { openWorld, type World } from './seventy/world.ts';

const CASES = [
  ...FIGURES,
  ...EXPORTED,
  ...ACCOUNTS,
  ...REQUESTS,
  ...MEASURES,
  ...ROLES,
  ...PERSONAS,
  ...PAST,
  ...STORED,
  ...SURFACES,
  ...THEMES,
  ...WAVES,
  ...GROUPS,
].sort((a, b) => a.no - b.no);

describe('a number of all personas is caught', () => {
  const numbers = ['6', '6.25', '-1.67', '-2', '6.5'];
  const names = ['score', 'nps', 'value', 'mean', 'net'];

  test.each(names)('as “%s” of JSON and as a cell of CSV', (name) => {
    for (const number of numbers) {
      expect(blendIn(`{"persona":null,"${name}":${number},"n":16}`), number).toBeDefined();
      expect(blendIn(`Persona,${name},Heard\r\nAll,${number},16\r\n`), number).toBeDefined();
      expect(blendIn(`heard,${name}\n16,"${number}"\n`), number).toBeDefined();
      expect(blendIn(`heard,${name}\r\n16,'${number}\r\n`), number).toBeDefined();
    }
  });

  test.each(['NPS +6', '+6.25', '−1.67', '-1.67', '−2 points', '-2 NPS', 'mean 6.5'])(
    'printed as %s',
    (words) => {
      expect(blendIn(`Everybody: ${words} (n=16)`)).toBeDefined();
      expect(blendIn(`Of everybody ${words}. Of each:`)).toBeDefined();
    },
  );

  test('and none of one persona is taken for one', () => {
    expect(blendIn('{"score":30,"heard":6,"interval":{"low":-2,"high":6},"value":-33}')).toBeUndefined();
    expect(blendIn('Persona,Score,Heard\r\nEnd-user,+30,10\r\nBuyer,-33,6\r\n')).toBeUndefined();
    expect(blendIn('Buyers −33, 6 heard on 2026-06-25, on 6.5.2026')).toBeUndefined();
  });
});

/** The boundary, case by case, as somebody would try it. */
describe('the seventy cases of the refusal boundary', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.api.close());

  test('each has its row, and one only', () => {
    expect(CASES.map(({ no }) => no)).toEqual(Array.from({ length: 70 }, (_, i) => i + 1));
  });

  test.each(CASES)('case $no, $what: $ruling', ({ check }) => check(world));
});
