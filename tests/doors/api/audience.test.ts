import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { PersonOut } from '#app/audience/wire/person-wire.ts';
import type { RoleOut } from '#app/audience/wire/role-wire.ts';
import type { Saved } from '#app/platform/wire/item.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { ENGINES } from '#tests/support/databases.ts';

type Person = z.infer<typeof PersonOut>;
type Role = z.infer<typeof RoleOut>;
interface Page<T> {
  data: T[];
  next_cursor: string | null;
}

describe.each(ENGINES)('people, accounts and roles over the API on %s', (engine) => {
  let api: OpenApi;
  let caller: ApiCaller;
  beforeAll(async () => {
    api = await openApi(engine);
    caller = await api.caller();
  });
  afterAll(() => api.close());

  const account = async (name: string) => (await caller.post<Saved>('/accounts', { name })).body.id;
  const person = async (name: string, more: object = {}) =>
    (
      await caller.post<Saved>('/people', {
        name,
        emails: [`${name.replaceAll(' ', '.')}@api.example`],
        ...more,
      })
    ).body.id;
  const countRoles = async () => {
    const rows = await api.open.house.db.selectFrom('role_assignment').select('id').execute();
    return rows.length;
  };

  test('a person sent twice is one person, brought up to date', async () => {
    const acme = await account('Acme');
    const sent = {
      name: 'Dana Reyes',
      emails: ['Dana@Acme.example'],
      external_id: 'crm-1',
      language: 'de',
      time_zone: 'Europe/Berlin',
      employment: { account: acme, title: 'CFO', started_at: '2024-01-15T00:00:00+01:00' },
    };
    const first = await caller.post<Saved>('/people', sent);
    expect([first.status, first.body.result]).toEqual([201, 'created']);
    const again = await caller.post<Saved>('/people', {
      ...sent,
      emails: ['dana@acme.example', 'd@r.example'],
    });
    expect([again.status, again.body]).toEqual([200, { id: first.body.id, result: 'updated' }]);
    const read = await caller.get<Person>(`/people/${first.body.id}`);
    expect(read.body).toEqual({
      id: first.body.id,
      external_id: 'crm-1',
      name: 'Dana Reyes',
      emails: ['Dana@acme.example', 'd@r.example'],
      language: 'de',
      time_zone: 'Europe/Berlin',
      employments: [{ account: acme, title: 'CFO', started_at: '2024-01-14T23:00:00.000Z', ended_at: null }],
      attributes: {},
    });
  });

  test('an account sent twice is one account, brought up to date', async () => {
    const first = await caller.post<Saved>('/accounts', { name: 'Initech', external_id: 'acc-7' });
    const again = await caller.post<Saved>('/accounts', {
      name: 'Initech AG',
      external_id: 'acc-7',
      renewal_on: '2027-01-11',
    });
    expect([first.status, again.status, again.body.id]).toEqual([201, 200, first.body.id]);
    expect((await caller.get(`/accounts/${first.body.id}`)).body).toEqual({
      id: first.body.id,
      external_id: 'acc-7',
      name: 'Initech AG',
      renewal_on: '2027-01-11',
      attributes: {},
    });
  });

  test('in a list each item has its own result, and a bad one holds up nobody', async () => {
    const { status, body } = await caller.post<{ results: (Saved & { index: number; problem?: Problem })[] }>(
      '/people',
      [
        { name: 'Ines Moreau', emails: ['ines@list.example'] },
        { name: 'Nobody', emails: ['not an address'] },
        { name: 'Ines Moreau', emails: ['ines@list.example'] },
        { name: 'Mass Assigned', emails: ['mass@list.example'], workspace_id: 'x' },
        'not even an object',
      ],
    );
    expect(status).toBe(200);
    expect(body.results.map(({ index, result }) => [index, result])).toEqual([
      [0, 'created'],
      [1, 'refused'],
      [2, 'updated'],
      [3, 'refused'],
      [4, 'refused'],
    ]);
    expect(body.results[1]!.problem).toMatchObject({ code: 'INVALID', errors: [{ pointer: '#/emails' }] });
  });

  test('a list of none and a list of 501 are refused as a whole', async () => {
    for (const count of [0, 501]) {
      const many = Array.from({ length: count }, (_, i) => ({
        name: `P${i}`,
        emails: [`p${i}@many.example`],
      }));
      expect((await caller.post('/people', many)).status).toBe(422);
    }
    const { rows } = await countPeople();
    expect(rows).toBe(0);
  });
  const countPeople = () =>
    api.open.house.db
      .selectFrom('person_address')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('email', 'like', '%@many.example')
      .executeTakeFirstOrThrow()
      .then(({ rows }) => ({ rows: Number(rows) }));

  test('pages join without a gap or a repetition', async () => {
    const names = Array.from({ length: 7 }, (_, i) => ({
      name: `Page ${i}`,
      emails: [`page${i}@page.example`],
    }));
    await caller.post('/people', names);
    const whole = (await caller.get<Page<Person>>('/people?limit=200')).body.data.map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: Page<Person> } = await caller.get(
        `/people?limit=3${cursor && `&cursor=${cursor}`}`,
      );
      expect(body.data.length).toBeLessThanOrEqual(3);
      seen.push(...body.data.map(({ id }) => id));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual(whole);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('a known address under another name, and what belongs to two people, is settled by a person', async () => {
    await person('Takumi Arai', { emails: ['takumi@settle.example'] });
    await person('Takumi Second', { emails: ['second@settle.example'] });
    const other = await caller.post('/people', { name: 'Tom Other', emails: ['takumi@settle.example'] });
    expect([other.status, other.body.code]).toEqual([409, 'OTHER_NAME']);
    const both = { name: 'Takumi Arai', emails: ['takumi@settle.example', 'second@settle.example'] };
    const several = await caller.post('/people', both);
    expect([several.status, several.body.code]).toEqual([409, 'SEVERAL_PEOPLE']);
    expect(several.body.people).toHaveLength(2);
  });

  test('a role is assigned, confirmed, ended, and then stays as it was', async () => {
    const [who, where] = [await person('Ruth Achterberg'), await account('Meridian Foods')];
    const seat = { person: who, account: where, persona: 'buyer', evidence: 'Economic buyer in the CRM' };
    const assigned = await caller.post<Saved>('/role-assignments', seat);
    expect([assigned.status, assigned.body.result]).toEqual([201, 'created']);
    const { id } = assigned.body;
    expect((await caller.post('/role-assignments', seat)).body).toEqual({ id, result: 'unchanged' });

    const confirmed = await caller.post<Role>(`/role-assignments/${id}/confirm`, {});
    expect(confirmed.body).toMatchObject({ persona: 'buyer', confirmed_at: '2026-11-02T09:00:00.000Z' });
    api.open.clock.advance(1000);
    const ended = await caller.post<Role>(`/role-assignments/${id}/end`, { reason: 'moved on' });
    expect(ended.body).toMatchObject({ end_reason: 'moved on', ended_at: '2026-11-02T09:00:01.000Z' });

    const late = await caller.post(`/role-assignments/${id}/confirm`, {});
    expect([late.status, late.body.code]).toEqual([409, 'ROLE_ENDED']);
    const twice = await caller.post(`/role-assignments/${id}/end`, { reason: 'again' });
    expect([twice.status, twice.body.code]).toEqual([409, 'ROLE_ENDED']);
    const overlap = await caller.post('/role-assignments', { ...seat, started_at: '2026-11-02T09:00:00Z' });
    expect([overlap.status, overlap.body.code]).toEqual([409, 'ROLE_OVERLAP']);
    const listed = await caller.get<Page<Role>>(`/role-assignments?person=${who}`);
    expect(listed.body.data.map((role) => role.id)).toEqual([id]);
  });

  test('what ends before it began is refused', async () => {
    const seat = { person: await person('Early Bird'), account: await account('Early'), evidence: 'Told us' };
    const { id } = (await caller.post<Saved>('/role-assignments', { ...seat, persona: 'advocate' })).body;
    const early = { reason: 'typo', ended_at: '2020-01-01T00:00:00Z' };
    expect((await caller.post(`/role-assignments/${id}/end`, early)).body.code).toBe('ROLE_NOT_STARTED');
  });

  test.each([
    ['no persona', {}],
    ['an empty one', { persona: '' }],
    ['null', { persona: null }],
    ['everybody', { persona: '*' }],
    ['two at once', { persona: ['end_user', 'buyer'] }],
    ['two in one text', { persona: 'end_user,buyer' }],
    ['other case', { persona: 'BUYER' }],
    ['a blank around it', { persona: ' buyer' }],
    ['a look-alike', { persona: 'buуer' }],
    ['an unknown one', { persona: 'procurement' }],
    ['a name of every object', { persona: 'constructor' }],
  ])('a role with %s is PERSONA_REQUIRED, and nothing is stored', async (_, said) => {
    const seat = { person: await person('Case Fiftyseven'), account: await account('Acme'), evidence: 'x' };
    const before = await countRoles();
    const refused = await caller.post<Problem>('/role-assignments', { ...seat, ...said });
    expect([refused.status, refused.body.code]).toEqual([422, 'PERSONA_REQUIRED']);
    expect(refused.body.personas).toEqual(['end_user', 'influencer', 'buyer', 'advocate']);
    expect(refused.body.errors).toMatchObject([{ pointer: '#/persona' }]);
    expect(await countRoles()).toBe(before);
    const { code, asked } = await lastRefusal();
    expect([code, asked]).toEqual(['PERSONA_REQUIRED', 'assign role']);
  });
  const lastRefusal = () =>
    api.open.house.db
      .selectFrom('refusal')
      .select(['code', 'asked'])
      .orderBy('at', 'desc')
      .executeTakeFirstOrThrow();

  test('another workspace’s things are not there, by path or by reference', async () => {
    const who = await person('Foreign To You');
    const where = await account('Foreign Works');
    const seat = { person: who, account: where, persona: 'buyer', evidence: 'x' };
    const { id: role } = (await caller.post<Saved>('/role-assignments', seat)).body;
    const stranger = await api.caller(await api.anotherDesk('Harbour Freight'));
    for (const path of [`/people/${who}`, `/accounts/${where}`])
      expect((await stranger.get(path)).body.code).toBe('NOT_FOUND');
    for (const path of ['/people', '/accounts', '/role-assignments', `/role-assignments?person=${who}`])
      expect((await stranger.get<Page<unknown>>(path)).body.data).toEqual([]);
    expect((await stranger.post(`/role-assignments/${role}/end`, { reason: 'x' })).status).toBe(404);
    expect((await stranger.post(`/role-assignments/${role}/confirm`, {})).status).toBe(404);
    const referred = await stranger.post<Problem>('/role-assignments', seat);
    expect(referred.body.errors).toMatchObject([{ pointer: '#/person' }]);
    const employed = { name: 'Spy', emails: ['spy@x.example'], employment: { account: where } };
    const spy = await stranger.post<Problem>('/people', employed);
    expect(spy.body.errors).toMatchObject([{ pointer: '#/employment/account' }]);
  });

  test('a role in a programme of another workspace, or of none, is refused', async () => {
    const seat = { person: await person('Pro Gramme'), account: await account('Acme'), persona: 'buyer' };
    const programme = 'pro_0ddddddddddddddddddddddddd';
    const refused = await caller.post<Problem>('/role-assignments', { ...seat, evidence: 'x', programme });
    expect(refused.body.errors).toMatchObject([{ pointer: '#/programme' }]);
  });
});
