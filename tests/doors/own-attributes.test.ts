import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { draftWave, seat } from '#tests/support/asking.ts';
import { Visitor } from '#tests/support/doors.ts';
import { ADMIN } from '#tests/support/house.ts';

const SETTINGS = '/settings/attributes';

describe('own attributes, by forms and by the API', () => {
  let api: OpenApi;
  let caller: ApiCaller;
  let admin: Visitor;
  let send: string;
  beforeAll(async () => {
    api = await openApi('sqlite');
    caller = await api.caller();
    admin = await new Visitor(api.doors.origin).signIn(ADMIN.email, ADMIN.password);
    const { waveId } = await draftWave(api.desk, ['buyer']);
    send = `/sends/${toSlug('wave', waveId)}`;
    await seat(api.desk, { name: 'Dana Ruiz', account: 'Acme', personaIds: ['buyer'] });
    await seat(api.desk, { name: 'Bo Lind', account: 'Bolt', personaIds: ['buyer'] });
  });
  afterAll(() => api.close());

  const text = async (path: string) => (await admin.get(path)).text();
  const attributes = async () =>
    (await caller.get<{ data: { id: string; about: string; name: string }[] }>('/attributes')).body.data;
  async function pageOf(table: 'person' | 'account', name: string): Promise<string> {
    const rows = api.open.house.db.selectFrom(table).select('id').where('name', '=', name);
    const { id } = await rows.executeTakeFirstOrThrow();
    return `/${table === 'person' ? 'people' : 'accounts'}/${toSlug(table, id)}`;
  }

  test('settings define them, and say why a name can’t be one', async () => {
    const refused = await admin.post(SETTINGS, { intent: 'add', name: 'Nationality', about: 'person' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('describes a person’s nationality or citizenship');
    expect((await admin.post(SETTINGS, { intent: 'add', name: 'Area', about: 'account' })).status).toBe(303);
    expect((await admin.post(SETTINGS, { intent: 'add', name: 'Product', about: 'person' })).status).toBe(
      303,
    );
    const area = (await attributes()).find(({ name }) => name === 'Area')!;
    const rename = { intent: 'rename', attribute: area.id, newName: 'Region' };
    expect((await admin.post(SETTINGS, rename)).status).toBe(303);
    expect((await attributes()).map(({ name, about }) => [name, about])).toEqual([
      ['Product', 'person'],
      ['Region', 'account'],
    ]);
  });

  test('a person’s and an account’s page keep values, and the file of people has them', async () => {
    const [dana, acme] = [await pageOf('person', 'Dana Ruiz'), await pageOf('account', 'Acme')];
    expect((await admin.post(dana, { intent: 'attributes', 'own.Product': 'Pulse' })).status).toBe(303);
    expect((await admin.post(acme, { intent: 'attributes', 'own.Region': 'EMEA' })).status).toBe(303);
    expect(await text(dana)).toContain('value="Pulse"');
    expect(await text(acme)).toContain('value="EMEA"');
    expect((await admin.post(dana, { intent: 'attributes', 'own.Product': 'x'.repeat(101) })).status).toBe(
      422,
    );
    expect(await text(SETTINGS)).toContain('1 account has a value');
    const [header, ...rows] = (await text('/people.csv')).trim().split('\r\n');
    expect(header).toContain(',Person: Product,Account: Region');
    expect(rows.find((row) => row.startsWith('Dana'))).toMatch(/,Pulse,EMEA$/);
  });

  test('the API reads and writes them by name', async () => {
    const person = { name: 'Bo Lind', emails: ['bo.lind@people.example'], external_id: 'Bo Lind' };
    const unknown = await caller.post<{ errors: unknown[] }>('/people', {
      ...person,
      attributes: { Shoe: '43' },
    });
    expect([unknown.status, unknown.body.errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: '#/attributes/Shoe' })],
    ]);
    const saved = await caller.post<{ id: string }>('/people', {
      ...person,
      attributes: { product: 'Beam' },
    });
    const read = async () =>
      (await caller.get<{ attributes: unknown }>(`/people/${saved.body.id}`)).body.attributes;
    expect(await read()).toEqual({ Product: 'Beam' });
    await caller.post('/people', person);
    expect(await read()).toEqual({ Product: 'Beam' });
    await caller.post('/people', { ...person, attributes: { Product: null } });
    expect(await read()).toEqual({});
    const bolt = await caller.post<{ id: string }>('/accounts', {
      name: 'Bolt',
      attributes: { Region: 'APAC' },
    });
    const account = await caller.get<{ attributes: unknown }>(`/accounts/${bolt.body.id}`);
    expect(account.body.attributes).toEqual({ Region: 'APAC' });
  });

  test('a send counts those picked, says by what, and asks nobody once an attribute is gone', async () => {
    const region = (await attributes()).find(({ name }) => name === 'Region')!;
    expect(await text(send)).toContain('Send to 2 people at 2 accounts');
    expect(await text(`${send}?chosen=1&persona=buyer&by=${region.id}`)).toContain('1 account');
    const choice = { chosen: '1', persona: 'buyer', [`is.${region.id}`]: 'emea' };
    const picked = await text(`${send}?${new URLSearchParams(choice)}`);
    expect(picked).toContain('Send to 1 person at 1 account');
    expect(picked).toContain('Only where Region of the account is EMEA.');
    expect((await admin.post(SETTINGS, { intent: 'delete', attribute: region.id })).status).toBe(303);
    const gone = await text(`${send}?${new URLSearchParams(choice)}`);
    expect(gone).toContain('This choice names an attribute that was deleted');
    expect(gone).not.toContain('Send to');
    const pressed = await admin.post(send, { ...choice, intent: 'send', people: '1' });
    expect(pressed.status).toBe(409);
    expect(await pressed.text()).toContain('Nothing was sent');
    expect(await api.open.house.db.selectFrom('invitation').select('id').execute()).toEqual([]);
  });

  test('the API previews a pick, and sends to whom it leaves', async () => {
    const product = (await attributes()).find(({ name }) => name === 'Product')!.id;
    const pick = (value: string) => ({ attributes: [{ attribute: product, values: ['Beam', value] }] });
    const wave = send.split('/').at(-1)!;
    const shown = await caller.post<{ role_assignments: unknown[] }>(`/waves/${wave}/preview`, pick('pulse'));
    expect(shown.body).toMatchObject({ people: 1, accounts: 1 });
    expect(shown.body.role_assignments).toEqual([
      {
        id: expect.stringMatching(/^rol_/),
        persona: 'buyer',
        person: { id: expect.stringMatching(/^per_/), name: 'Dana Ruiz' },
        account: { id: expect.stringMatching(/^acc_/), name: 'Acme' },
      },
    ]);
    const nobody = await caller.post(`/waves/${wave}/send`, { pick: pick('Atlantis') });
    expect([nobody.status, nobody.body]).toEqual([422, expect.objectContaining({ code: 'NOBODY_PICKED' })]);
    const both = { role_assignments: ['rol_1'], pick: pick('pulse') };
    expect((await caller.post(`/waves/${wave}/send`, both)).status).toBe(422);
    const foreign = {
      attributes: [{ attribute: toSlug('attribute', api.desk.house.ids.make()), values: ['x'] }],
    };
    const gone = await caller.post(`/waves/${wave}/send`, { pick: foreign });
    expect([gone.status, gone.body]).toEqual([422, expect.objectContaining({ code: 'ATTRIBUTE_GONE' })]);
    const { waveId } = await draftWave(api.desk, ['buyer']);
    const sent = await caller.post(`/waves/${toSlug('wave', waveId)}/send`, { pick: pick('pulse') });
    expect(sent.body).toMatchObject({ invited: 1, already: 0 });
  });
});
