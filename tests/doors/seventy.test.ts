import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNTS } from './seventy/accounts.ts';
import { FIGURES } from './seventy/figures.ts';
import { PAST } from './seventy/past.ts';
import { REQUESTS } from './seventy/requests.ts';
import { ROLES } from './seventy/roles.ts';
import { SURFACES } from './seventy/surfaces.ts';
import { openWorld, type World } from './seventy/world.ts';

const CASES = [...FIGURES, ...ACCOUNTS, ...REQUESTS, ...ROLES, ...PAST, ...SURFACES].sort(
  (a, b) => a.no - b.no,
);

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
