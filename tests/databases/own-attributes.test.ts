import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type About, MOST } from '#app/audience/attribute/attribute.ts';
import { createAttribute } from '#app/audience/attribute/create-attribute.server.ts';
import { deleteAttribute } from '#app/audience/attribute/delete-attribute.server.ts';
import { listCountedAttributes } from '#app/audience/attribute/list-attributes.server.ts';
import { readOwnValues } from '#app/audience/attribute/read-values.server.ts';
import { renameAttribute } from '#app/audience/attribute/rename-attribute.server.ts';
import { saveValues } from '#app/audience/attribute/save-values.server.ts';
import { nameKey } from '#app/audience/keys.ts';
import { offerAttributes } from '#app/programme/pile/offer-attributes.server.ts';
import { isPicked } from '#app/programme/pile/pick.ts';
import { pickRoles } from '#app/programme/pile/pick-roles.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { anotherDesk, type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('own attributes, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  beforeEach(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  });
  afterEach(() => open.close());

  async function define(about: About, name: string, at = desk): Promise<string> {
    const created = await createAttribute(at.house, at.workspace, { about, name, actor: at.memberId });
    if (created.kind !== 'created') throw new Error(created.message);
    return created.id;
  }

  const give = (about: About, holderId: string, values: Record<string, string | null>, at = desk) =>
    saveValues(at.house, at.workspace, { about, holderId, values, actor: at.memberId });

  async function idOf(table: 'person' | 'account', name: string, at = desk): Promise<string> {
    const row = await open.house.db
      .selectFrom(table)
      .select('id')
      .where('workspace_id', '=', at.workspace.id)
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return row.id;
  }

  const counted = async (at = desk) =>
    (await listCountedAttributes(open.house.db, at.workspace)).map(({ name, about, holders }) => [
      name,
      about,
      holders,
    ]);

  test('a name is refused with the reason, which is written down; a free and fit one is taken once', async () => {
    const actor = desk.memberId;
    const refused = { about: 'person', name: 'Age group', actor } as const;
    expect(await createAttribute(open.house, desk.workspace, refused)).toMatchObject({
      kind: 'not_named',
      code: 'PROTECTED_ATTRIBUTE',
    });
    const kept = await open.house.db.selectFrom('refusal').select(['code', 'asked']).execute();
    expect(kept).toEqual([{ code: 'PROTECTED_ATTRIBUTE', asked: 'name attribute of people' }]);
    const region = await define('account', 'Region');
    expect(
      await createAttribute(open.house, desk.workspace, { about: 'account', name: 'REGION ', actor }),
    ).toEqual({
      kind: 'not_named',
      code: null,
      message: 'There is an attribute of accounts called REGION already.',
    });
    await define('person', 'Region');
    const rename = (name: string) => renameAttribute(open.house, desk.workspace, { id: region, name, actor });
    expect(await rename('ARR band')).toMatchObject({ kind: 'not_named', code: 'MONEY_SEGMENT' });
    expect(await rename('Sales region')).toEqual({ kind: 'renamed' });
    expect(await counted()).toEqual([
      ['Region', 'person', 0],
      ['Sales region', 'account', 0],
    ]);
  });

  test('there are twenty of each kind at most', async () => {
    for (let number = 1; number <= MOST.each; number += 1) await define('person', `Question ${number}`);
    const more = { name: 'One more', actor: desk.memberId };
    expect(await createAttribute(open.house, desk.workspace, { ...more, about: 'person' })).toMatchObject({
      kind: 'not_named',
    });
    expect(await createAttribute(open.house, desk.workspace, { ...more, about: 'account' })).toMatchObject({
      kind: 'created',
    });
  });

  test('of two who choose one name at once the second is told so', async () => {
    const add = () =>
      createAttribute(desk.house, desk.workspace, { about: 'person', name: 'Team', actor: desk.memberId });
    // Sessions that are open already: otherwise the first is through before the second is.
    await Promise.all([1, 2, 3].map(() => counted()));
    const all = await Promise.all([add(), add(), add()]);
    expect(all.map(({ kind }) => kind).sort()).toEqual(['created', 'not_named', 'not_named']);
  });

  test('a value is given, replaced and cleared, and goes with its attribute', async () => {
    const product = await define('person', 'Product');
    await define('account', 'Region');
    await seat(desk, { name: 'Dana Ruiz', account: 'Acme' });
    const [dana, acme] = [await idOf('person', 'Dana Ruiz'), await idOf('account', 'Acme')];
    expect(await give('person', dana, { Product: ' Pulse\n2 ' })).toEqual({ kind: 'saved' });
    expect(await give('account', acme, { Region: 'EMEA' })).toEqual({ kind: 'saved' });
    expect(await give('person', dana, { Region: 'EMEA' })).toMatchObject({
      kind: 'attribute',
      name: 'Region',
    });
    expect(await give('person', dana, { product: 'x'.repeat(101) })).toMatchObject({ kind: 'attribute' });
    expect(await give('person', acme, { Product: 'Pulse' })).toEqual({ kind: 'not_found' });
    const own = () => readOwnValues(open.house.db, desk.workspace, 'person', dana);
    expect(await own()).toEqual([{ name: 'Product', value: 'Pulse 2' }]);
    expect(await counted()).toEqual([
      ['Product', 'person', 1],
      ['Region', 'account', 1],
    ]);
    await give('person', dana, { Product: '' });
    expect(await own()).toEqual([{ name: 'Product', value: null }]);
    await give('person', dana, { Product: 'Pulse' });
    await deleteAttribute(open.house, desk.workspace, { id: product, actor: desk.memberId });
    expect(await counted()).toEqual([['Region', 'account', 1]]);
    expect(await open.house.db.selectFrom('person_attribute').selectAll().execute()).toEqual([]);
  });

  describe('a send picks by them', () => {
    let waveId: string;
    let ids: Record<'region' | 'product', string>;
    beforeEach(async () => {
      ({ waveId } = await draftWave(desk, ['buyer', 'end_user']));
      ids = { region: await define('account', 'Region'), product: await define('person', 'Product') };
      const people = [
        ['Dana Ruiz', 'Acme', 'Pulse'],
        ['Bo Lind', 'Acme', 'pulse '],
        ['Mei Chen', 'Bolt', 'Pulse'],
        ['Ada Okoye', 'Bolt', 'Beam'],
        ['Ivo Kern', 'Core', null],
      ] as const;
      for (const [name, account, product] of people) {
        await seat(desk, { name, account, personaIds: ['buyer'] });
        if (product) await give('person', await idOf('person', name), { Product: product });
      }
      // The same value of another attribute, which is not picked by.
      await define('person', 'Channel');
      await give('person', await idOf('person', 'Ada Okoye'), { Channel: 'Pulse' });
      await give('account', await idOf('account', 'Acme'), { Region: 'EMEA' });
      await give('account', await idOf('account', 'Bolt'), { Region: 'APAC' });
    });

    async function picked(picks: Record<string, string[]>): Promise<string[] | string> {
      const sorted = await sortPiles(open.house, desk.workspace, { waveId });
      if (sorted.kind === 'unknown') throw new Error('no such wave');
      const wanted = Object.entries(picks).map(([attributeId, values]) => ({
        attributeId,
        values: values.map(nameKey),
      }));
      const left = await pickRoles(open.house.db, desk.workspace, wanted);
      if (left.kind !== 'only') return left.kind;
      return sorted.piles.ready
        .filter((role) => isPicked(left, role))
        .map(({ personName }) => personName)
        .sort();
    }

    test('one of the values is enough, all of the attributes must fit, and an account’s holds for everyone there', async () => {
      expect(await picked({})).toBe('everybody');
      expect(await picked({ [ids.region]: ['EMEA'] })).toEqual(['Bo Lind', 'Dana Ruiz']);
      expect(await picked({ [ids.region]: ['emea', 'APAC'] })).toHaveLength(4);
      expect(await picked({ [ids.product]: ['Pulse'] })).toEqual(['Bo Lind', 'Dana Ruiz', 'Mei Chen']);
      expect(await picked({ [ids.product]: ['Pulse'], [ids.region]: ['APAC'] })).toEqual(['Mei Chen']);
      expect(await picked({ [ids.product]: ['Nothing'] })).toEqual([]);
      // Somebody who comes to the account later has its region too.
      await seat(desk, { name: 'New Hire', account: 'Acme', personaIds: ['end_user'] });
      expect(await picked({ [ids.region]: ['EMEA'] })).toEqual(['Bo Lind', 'Dana Ruiz', 'New Hire']);
    });

    test('the values are offered with how many have them, spellings of one together', async () => {
      const picks = [{ attributeId: ids.region, values: ['latam'] }];
      const { open: shown, more } = await offerAttributes(open.house.db, desk.workspace, picks, ids.product);
      const values = shown.map(({ name, values }) => [name, ...values.map((one) => [one.key, one.holders])]);
      expect(values).toEqual([
        ['Product', ['pulse', 3], ['beam', 1]],
        ['Region', ['apac', 1], ['emea', 1], ['latam', 0]],
      ]);
      expect(shown[1]!.values.filter(({ isChosen }) => isChosen).map(({ key }) => key)).toEqual(['latam']);
      expect(more.map(({ name }) => name)).toEqual(['Channel']);
    });

    test('one that was deleted leaves nobody, and says so', async () => {
      await deleteAttribute(open.house, desk.workspace, { id: ids.region, actor: desk.memberId });
      expect(await picked({ [ids.region]: ['EMEA'] })).toBe('gone');
      expect(await picked({ [ids.product]: ['Pulse'], [ids.region]: ['EMEA'] })).toBe('gone');
    });

    test('another workspace has its own, and none of these', async () => {
      const other = await anotherDesk(open.house, 'Other');
      expect(await counted(other)).toEqual([]);
      const theirs = await define('account', 'Region', other);
      await seat(other, { name: 'Dana Ruiz', account: 'Acme', personaIds: ['buyer'] });
      await give('account', await idOf('account', 'Acme', other), { Region: 'EMEA' }, other);
      expect(await give('account', await idOf('account', 'Acme', other), { Region: 'APAC' })).toEqual({
        kind: 'not_found',
      });
      expect(await picked({ [theirs]: ['EMEA'] })).toBe('gone');
      expect(
        await deleteAttribute(open.house, other.workspace, { id: ids.region, actor: other.memberId }),
      ).toEqual({
        kind: 'not_found',
      });
      expect(await counted(other)).toEqual([['Region', 'account', 1]]);
    });
  });
});
