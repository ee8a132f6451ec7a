import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foundWorkspace } from '#app/membership/found-workspace.server.ts';
import { createBasePersonas } from '#app/persona/create-base-personas.server.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { ADMIN, openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('founding the workspace on %s', (engine) => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse({ engine });
  });
  afterEach(() => test.close());

  const found = (workspaceName: string) =>
    foundWorkspace(test.house, { workspaceName, ...ADMIN }, (tx, workspace) =>
      createBasePersonas(tx, workspace, test.clock.now()),
    );

  it('gives the workspace its first admin, its four personas and an audit entry', async () => {
    const founded = await found('Northwind Metrics');
    expect(founded.kind).toBe('founded');
    const { db } = test.house;
    expect(await db.selectFrom('member').select(['email', 'permission']).execute()).toEqual([
      { email: ADMIN.email, permission: 'admin' },
    ]);
    expect(await db.selectFrom('persona').select('id').execute()).toHaveLength(4);
    expect(await db.selectFrom('audit_entry').select('act').execute()).toEqual([{ act: 'found_workspace' }]);
  });

  it('lets only one of many first visitors in', async () => {
    const outcomes = await Promise.all(['One', 'Two', 'Three', 'Four'].map(found));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['founded', 'taken', 'taken', 'taken']);
    expect(await test.house.db.selectFrom('workspace').select('id').execute()).toHaveLength(1);
  });

  it('leaves nothing behind when furnishing fails', async () => {
    const half = foundWorkspace(test.house, { workspaceName: 'Half', ...ADMIN }, async () => {
      throw new Error('no personas today');
    });
    await expect(half).rejects.toThrow('no personas today');
    expect(await test.house.db.selectFrom('workspace').select('id').execute()).toEqual([]);
    expect((await found('Northwind Metrics')).kind).toBe('founded');
  });
});
