import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromSlug } from '#app/platform/ids.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { Visitor } from '#tests/support/doors.ts';
import { changed, tell } from '#tests/support/hooks.ts';
import { ADMIN } from '#tests/support/house.ts';

const LIST = '/settings/webhooks';
const GOOD = {
  ...{ url: 'https://hooks.example.com/rolecall', description: 'Desk', format: 'standard' },
  kinds: ['follow_up.changed', 'wave.sent'],
};

interface Webhook {
  id: string;
  secret: string | null;
  state: string;
  kinds: string[];
}

describe('webhooks, by forms and by the API', () => {
  let api: OpenApi;
  let caller: ApiCaller;
  let admin: Visitor;
  beforeAll(async () => {
    api = await openApi('sqlite');
    caller = await api.caller();
    admin = await new Visitor(api.doors.origin).signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(() => api.close());

  const text = async (path: string) => (await admin.get(path)).text();
  const make = async (more: object = {}) =>
    (await caller.post<Webhook>('/webhook-endpoints', { ...GOOD, ...more })).body;

  test('a form makes one, shows its secret once, and gives back what was typed where it cannot', async () => {
    expect(await text(LIST)).toContain('Nobody hears of what happens yet');
    const faulty = { ...GOOD, url: 'http://169.254.169.254/latest', description: 'Kept words' };
    const refused = await admin.post(`${LIST}/new`, faulty);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('The address has to begin with https://.');
    expect(page).toContain('value="Kept words"');
    expect(page.match(/checked=""/g)).toHaveLength(3);
    const inside = await admin.post(`${LIST}/new`, { ...GOOD, url: 'https://[::ffff:10.0.0.1]/' });
    expect(await inside.text()).toContain('does not lie on the public internet');
    expect(await text(LIST)).toContain('Nobody hears of what happens yet');
    const made = await (await admin.post(`${LIST}/new`, GOOD)).text();
    const secret = /whsec_[\w+/]{43}=/.exec(made.replaceAll('&#x2F;', '/'))?.[0];
    expect(secret).toBeDefined();
    const path = /\/settings\/webhooks\/end_\w{26}/.exec(made)![0];
    expect(await text(path)).not.toContain('whsec_');
    expect(await text(LIST)).toContain('hooks.example.com');
  });

  test('its page tests, switches, rotates, changes, sends again and deletes', async () => {
    const { id } = await make();
    const path = `${LIST}/${id}`;
    const press = async (intent: string, more: Record<string, string | string[]> = {}) =>
      admin.post(path, { intent, ...more });
    expect((await press('test')).headers.get('location')).toBe(`${path}?said=tested`);
    expect(await text(path)).toContain('endpoint.test');
    await press('off');
    expect((await press('test')).headers.get('location')).toBe(`${path}?said=not_on`);
    await press('on');
    const rotated = await (await press('rotate')).text();
    expect(rotated).toContain('whsec_');
    expect(await text(path)).toContain('End the former secret now');
    await press('end_former');
    expect(await text(path)).not.toContain('End the former secret now');
    expect((await press('change', { ...GOOD, kinds: [] })).status).toBe(422);
    await press('change', { ...GOOD, kinds: ['wave.closed'], carriesNames: 'yes' });
    const { body } = await caller.get<Webhook>(`/webhook-endpoints/${id}`);
    expect(body).toMatchObject({ kinds: ['wave.closed'], carries_names: true, state: 'on' });
    expect((await press('replay_failed', { since: 'never' })).status).toBe(422);
    expect((await press('replay_failed', { since: '2026-01-01' })).headers.get('location')).toContain('none');
    expect((await press('delete')).headers.get('location')).toBe(`${LIST}?said=deleted`);
    expect((await admin.get(path)).status).toBe(404);
  });

  test('the API makes one; a repetition gets the same one without its secret, which is kept nowhere', async () => {
    const key = { 'idempotency-key': 'make-one' };
    const first = await caller.post<Webhook>('/webhook-endpoints', GOOD, key);
    const again = await caller.post<Webhook>('/webhook-endpoints', GOOD, key);
    expect(first.status).toBe(201);
    expect(first.body.secret).toMatch(/^whsec_/);
    expect(again.body).toEqual({ ...first.body, secret: null });
    const { db } = api.open.house;
    const [kept, audit, rows] = await Promise.all([
      db.selectFrom('idempotency_key').selectAll().execute(),
      db.selectFrom('audit_entry').selectAll().execute(),
      db.selectFrom('hook_endpoint').selectAll().execute(),
    ]);
    const everything = JSON.stringify([kept, audit]) + rows.map(({ url, secret }) => `${url} ${secret}`);
    expect(everything).not.toContain(first.body.secret!.slice(6));
    expect(everything).not.toContain('/rolecall');
  });

  test('the API refuses what cannot be, and says where', async () => {
    for (const [wrong, pointer] of [
      [{ url: 'https://127.1/' }, '#/url'],
      [{ kinds: ['endpoint.test'] }, '#/kinds/0'],
      [{ kinds: [] }, '#/kinds'],
      [{ score: 3 }, '#'],
    ] as const) {
      const refused = await caller.post<{ code: string; errors: { pointer: string }[] }>(
        '/webhook-endpoints',
        {
          ...GOOD,
          ...wrong,
        },
      );
      expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([422, pointer]);
    }
    const stranger = await api.caller(await api.anotherDesk('Elsewhere'));
    const { id } = await make();
    const of = `/webhook-endpoints/${id}`;
    expect((await stranger.get(of)).status).toBe(404);
    expect((await stranger.get(`${of}/deliveries`)).status).toBe(404);
    expect((await stranger.post(of, { state: 'off' })).status).toBe(404);
    expect((await stranger.post(`${of}/delete`, {})).status).toBe(404);
    expect((await stranger.post(`${of}/replay`, { failed_since: '2026-01-01T00:00:00Z' })).status).toBe(404);
    expect((await caller.get<Webhook>(of)).body.state).toBe('on');
  });

  test('the API lists deliveries page by page and sends again', async () => {
    const { id } = await make();
    const { house } = api.open;
    await tell(
      house,
      api.desk.workspace,
      ['a', 'b', 'c'].map((one) => changed(house, one)),
    );
    const rows = house.db.updateTable('hook_delivery').where('endpoint_id', '=', fromSlug('endpoint', id)!);
    await rows.set({ state: 'given_up', attempts: 10, settled_at: 1 }).execute();
    type Page = { data: { event: string; state: string; persona: string }[]; next_cursor: string | null };
    const of = `/webhook-endpoints/${id}`;
    const first = (await caller.get<Page>(`${of}/deliveries?limit=2&state=given_up`)).body;
    const rest = (await caller.get<Page>(`${of}/deliveries?limit=2&cursor=${first.next_cursor}`)).body;
    expect([first.data.length, rest.data.length, rest.next_cursor]).toEqual([2, 1, null]);
    expect(first.data[0]).toMatchObject({ state: 'given_up', persona: 'Buyer' });
    const one = await caller.post(`${of}/replay`, { event: first.data[0]!.event });
    expect(one.body).toEqual({ deliveries: 1 });
    const others = await caller.post(`${of}/replay`, { failed_since: '2020-01-01T00:00:00Z' });
    expect(others.body).toEqual({ deliveries: 2 });
    expect((await caller.post(`${of}/delete`, {})).body).toEqual({ id, result: 'deleted' });
    expect((await caller.get(of)).status).toBe(404);
  });

  test('twenty are the most', async () => {
    const { data } = (await caller.get<{ data: Webhook[] }>('/webhook-endpoints')).body;
    for (let made = data.length; made < 20; made += 1) await make();
    const refused = await caller.post<{ code: string }>('/webhook-endpoints', GOOD);
    expect([refused.status, refused.body.code]).toEqual([409, 'TOO_MANY_WEBHOOKS']);
  });
});
