import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PersonaGuardError } from '#app/platform/persona-guard.ts';
import { preparedQuery } from '#app/platform/prepared-query.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

/** A query that runs again must be no way around the guard. */
describe.each(ENGINES)('a prepared query on %s', (engine) => {
  let open: TestHouse;
  let workspaceId: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    workspaceId = (await foundTestWorkspace(open.house)).workspace.id;
  });
  afterAll(() => open.close());

  const byName = preparedQuery((db, slot) =>
    db
      .selectFrom('persona')
      .select('name')
      .where('workspace_id', '=', slot('workspaceId'))
      .where('name', '=', slot('name')),
  );

  test('runs with the values of each call', async () => {
    const { db } = open.house;
    expect(await byName(db, { workspaceId, name: 'Buyer' })).toEqual([{ name: 'Buyer' }]);
    expect(await byName(db, { workspaceId, name: 'End-user' })).toEqual([{ name: 'End-user' }]);
    expect(await byName(db, { workspaceId, name: "' or 1=1 --" })).toEqual([]);
  });

  test('takes one text in each slot, and names a slot that got none', async () => {
    const { db } = open.house;
    await expect(byName(db, { workspaceId } as never)).rejects.toThrow('The slot name takes one value.');
    await expect(byName(db, { workspaceId, name: ['Buyer', 'End-user'] as never })).rejects.toThrow(
      'takes one value',
    );
  });

  test('that blends personas is refused before it is ever run', async () => {
    const blend = preparedQuery((db, slot) =>
      db
        .selectFrom('answer_tally')
        .select((eb) => eb.fn.sum('people').as('people'))
        .where('workspace_id', '=', slot('workspaceId'))
        .where('question_key', '=', slot('question')),
    );
    await expect(blend(open.house.db, { workspaceId, question: 'q1' })).rejects.toThrow(PersonaGuardError);
  });

  test.each<[string, object]>([
    ['text of its own', { sql: 'select avg(score) from answer' }],
    ['a list where one value stood', { parameters: [['a', 'b'], 'x'] }],
    ['more values than it had', { parameters: ['a', 'b', 'c'] }],
  ])('cannot be made to carry %s', async (_, change) => {
    const { db } = open.house;
    const lawful = db
      .selectFrom('persona')
      .select('name')
      .where('workspace_id', '=', 'a')
      .where('name', '=', 'b')
      .compile();
    const bent = { ...lawful, ...change };
    await expect(db.runAgain('sql' in change ? bent : lawful, bent.parameters)).rejects.toThrow(
      PersonaGuardError,
    );
  });
});
