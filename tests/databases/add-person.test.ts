import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, type NewPerson } from '#app/audience/people/add-person.server.ts';
import { employPerson } from '#app/audience/people/employ-person.server.ts';
import { saveAccount } from '#app/audience/save-account.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const TABLES = [
  'account',
  'person',
  'person_address',
  'employment',
  'role_assignment',
  'audit_entry',
] as const;

describe.each(ENGINES)('a person added by hand on %s', (engine) => {
  let test: TestHouse;
  let workspace: Workspace;
  let actor: string;

  beforeAll(async () => {
    test = await openTestHouse({ engine });
    ({ workspace, memberId: actor } = await foundTestWorkspace(test.house));
  });
  afterAll(() => test.close());

  const add = (given: Partial<NewPerson>) =>
    addPerson(test.house, workspace, {
      ...{
        name: 'Dana Weber',
        email: 'dana@acme.example',
        accountName: 'Acme',
        title: 'CFO',
        language: 'de',
      },
      ...{ role: { personaId: 'buyer', evidence: 'Said so on the call' }, actor },
      ...given,
    });

  async function rows(): Promise<Record<string, number>> {
    const counted: [string, number][] = [];
    for (const table of TABLES) {
      const count = test.house.db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n'));
      const row = await count.where('workspace_id', '=', workspace.id).executeTakeFirstOrThrow();
      counted.push([table, Number(row.n)]);
    }
    return Object.fromEntries(counted);
  }

  const rolesOf = (personId: string) =>
    test.house.db
      .selectFrom('role_assignment')
      .select(['persona_id', 'evidence', 'source', 'confirmed_by'])
      .where('workspace_id', '=', workspace.id)
      .where('person_id', '=', personId)
      .execute();

  it('works at an account that is new, in a role that the member vouches for', async () => {
    const added = await add({});
    if (added.kind !== 'added') throw new Error(added.kind);
    expect(await rolesOf(added.id)).toEqual([
      { persona_id: 'buyer', evidence: 'Said so on the call', source: 'csm', confirmed_by: actor },
    ]);
    expect(await rows()).toMatchObject({ account: 1, person: 1, person_address: 1, employment: 1 });
  });

  it('has no role where nobody knows it, and joins the account of that name', async () => {
    const added = await add({ name: 'Kofi', email: 'kofi@acme.example', accountName: ' ACME ', role: null });
    if (added.kind !== 'added') throw new Error(added.kind);
    expect(await rolesOf(added.id)).toEqual([]);
    expect(await rows()).toMatchObject({ account: 1, person: 2, employment: 2, role_assignment: 1 });
  });

  it.each([
    ['whose address somebody has', { email: 'DANA@acme.example', accountName: 'Brand new' }, 'known'],
    ['whose address is none', { email: 'dana', accountName: 'Brand new' }, 'email'],
    ['without a name', { name: ' ', email: 'new@a.example', accountName: 'Brand new' }, 'name'],
    [
      'in a persona that there is not',
      { email: 'new@a.example', accountName: 'Brand new', role: { personaId: 'none', evidence: 'x' } },
      'persona',
    ],
  ])('%s leaves nothing behind', async (_, given, said) => {
    const before = await rows();
    const added = await add(given);
    expect(added.kind === 'invalid' ? added.field : added.kind).toBe(said);
    expect(await rows()).toEqual(before);
  });

  it('goes to none of two accounts of one name', async () => {
    for (const externalId of ['7', '8'])
      await saveAccount(test.house, workspace, { name: 'Twin', externalId, actor });
    const before = await rows();
    expect(await add({ email: 'new@a.example', accountName: 'Twin' })).toMatchObject({
      ...{ kind: 'invalid', field: 'accountName' },
    });
    expect(await rows()).toEqual(before);
  });

  it('who moves leaves nothing where the new place fails', async () => {
    const added = await add({ name: 'Noor', email: 'noor@acme.example' });
    if (added.kind !== 'added') throw new Error(added.kind);
    const move = { personId: added.id, title: '', leavesOthers: true, actor };
    const before = await rows();
    expect((await employPerson(test.house, workspace, { ...move, accountName: 'Twin' })).kind).toBe('said');
    expect(await rows()).toEqual(before);
    expect((await employPerson(test.house, workspace, { ...move, accountName: 'Beta' })).kind).toBe(
      'employed',
    );
    const { employment } = await rows();
    expect(employment).toBe(before.employment! + 1);
  });
});
