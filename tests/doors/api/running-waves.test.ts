import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import type { MessageOut } from '#app/delivery/wire/message-wire.ts';
import { HOUR } from '#app/platform/clock.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import type { AskingRulesOut } from '#app/programme/wire/asking-wire.ts';
import type { CourseOut } from '#app/programme/wire/course-wire.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { type Desk, draftWave, seat } from '#tests/support/asking.ts';

type Course = z.infer<typeof CourseOut>;
type MessagePage = { data: z.infer<typeof MessageOut>[]; next_cursor: string | null };
type Rules = z.infer<typeof AskingRulesOut>;

const ACTS = ['pause', 'resume', 'recall', 'close'] as const;

describe('a running wave over the API', () => {
  let api: OpenApi;
  let desk: Desk;
  let caller: ApiCaller;
  let stranger: ApiCaller;
  let waveId: string;
  let wave: string;
  beforeAll(async () => {
    api = await openApi();
    stranger = await api.caller(await api.anotherDesk('Harbour Freight'));
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    desk = await api.anotherDesk('Northwind Metrics');
    caller = await api.caller(desk);
    ({ waveId } = await draftWave(desk, ['buyer']));
    wave = `/waves/${toSlug('wave', waveId)}`;
  });

  const send = async (...names: string[]) => {
    const roleIds = [];
    for (const name of names)
      roleIds.push(...(await seat(desk, { name, account: `${name} & Co`, personaIds: ['buyer'] })));
    const ask = { waveId, roleIds, actor: desk.memberId };
    await sendWave(desk.house, desk.workspace, ask, queueMessages(desk.house));
  };
  const course = async () => (await caller.get<Course>(`${wave}/course`)).body;
  const mail = async () => {
    const { body } = await caller.get<{ mail: { waiting: number; not_sent: number }[] }>(wave);
    return body.mail[0];
  };
  const acts = async () => {
    const rows = await desk.house.db
      .selectFrom('audit_entry')
      .select(['act', 'actor'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    return rows
      .filter(({ actor }) => actor !== desk.memberId)
      .map(({ act }) => act)
      .sort();
  };
  const refused = async (path: string, body: unknown = {}) => {
    const { status, body: said } = await caller.post<Problem>(path, body);
    return [status, said.code, said.state];
  };

  test('is held up by a key, whose name the desk reads, and goes on; said twice it is done once', async () => {
    await send('Dana Reyes');
    const at = new Date(api.open.clock.now()).toISOString();
    for (let times = 0; times < 2; times += 1) {
      const { status, body } = await caller.post<Course>(`${wave}/pause`, {});
      expect([status, body.paused]).toEqual([200, { at, why: 'member', by: 'Test' }]);
    }
    expect((await course()).paused).not.toBeNull();
    for (let times = 0; times < 2; times += 1)
      expect((await caller.post<Course>(`${wave}/resume`, {})).body.paused).toBeNull();
    expect(await acts()).toEqual(['pause_wave', 'resume_wave']);
  });

  test('gives its unsent back, and closes for good', async () => {
    await send('Dana Reyes', 'Bo Lind');
    expect(await mail()).toMatchObject({ waiting: 2, not_sent: 0 });
    expect((await caller.post(`${wave}/recall`, {})).body).toEqual({ taken_back: 2 });
    expect((await caller.post(`${wave}/recall`, {})).body).toEqual({ taken_back: 0 });
    expect(await mail()).toMatchObject({ waiting: 0, not_sent: 2 });
    for (let times = 0; times < 2; times += 1)
      expect((await caller.post(`${wave}/close`, {})).body).toMatchObject({ state: 'closed' });
    expect(await acts()).toEqual(['close_wave', 'recall_unsent', 'recall_unsent']);
  });

  test('is told when to go and how to remind, part by part, before it is sent and after', async () => {
    const send_at = new Date(api.open.clock.now() + 48 * HOUR).toISOString();
    const first = { send_at: null, in_hours: false, reminders: 0, remind_after_days: 5 };
    expect(await course()).toEqual({ ...first, started_at: null, paused: null });
    await caller.post(`${wave}/course`, { send_at, reminders: 2 });
    await send('Dana Reyes');
    const changed = await caller.post<Course>(`${wave}/course`, { in_hours: true, remind_after_days: 9 });
    const set = { send_at, in_hours: true, reminders: 2, remind_after_days: 9 };
    expect(changed.body).toMatchObject(set);
    expect((await caller.post<Course>(`${wave}/course`, { send_at: null })).body).toMatchObject({
      ...set,
      send_at: null,
    });
    expect(await acts()).toEqual(['set_course', 'set_course', 'set_course']);
  });

  test('a course that cannot be is refused with its place, and nothing changes', async () => {
    const before = await course();
    const faults: [unknown, string][] = [
      [{ send_at: '2020-01-01T09:00:00Z' }, '#/send_at'],
      [{ send_at: 'tomorrow' }, '#/send_at'],
      [{ reminders: 3 }, '#/reminders'],
      [{ remind_after_days: 1 }, '#/remind_after_days'],
      [{ pause: true }, '#'],
      [{}, '#'],
    ];
    for (const [change, pointer] of faults) {
      const { status, body } = await caller.post<Problem>(`${wave}/course`, change);
      expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'INVALID', pointer]);
    }
    expect(await course()).toEqual(before);
    expect(await acts()).toEqual([]);
  });

  test('not yet sent, or closed, it is WAVE_NOT_OPEN', async () => {
    for (const act of ['pause', 'resume', 'close'])
      expect(await refused(`${wave}/${act}`)).toEqual([409, 'WAVE_NOT_OPEN', 'draft']);
    await send('Dana Reyes');
    await caller.post(`${wave}/close`, {});
    for (const act of ['pause', 'resume'])
      expect(await refused(`${wave}/${act}`)).toEqual([409, 'WAVE_NOT_OPEN', 'closed']);
    expect(await refused(`${wave}/course`, { reminders: 1 })).toEqual([409, 'WAVE_NOT_OPEN', 'closed']);
    const again = { decision: 'send_again' };
    expect(await refused(`${wave}/settle-doubts`, again)).toEqual([409, 'WAVE_NOT_OPEN', 'closed']);
    const arrived = await caller.post(`${wave}/settle-doubts`, { decision: 'arrived' });
    expect([arrived.status, arrived.body]).toEqual([200, { settled: 0 }]);
  });

  test('everybody asked is listed in a named state, page by page, and one doubt is settled by itself', async () => {
    await send('Dana Reyes', 'Bo Lind', 'Noor Haddad');
    const list = async (query: string) => (await caller.get<MessagePage>(`${wave}/messages${query}`)).body;
    const [first, second] = [await list('?limit=2'), await list('?limit=2')];
    expect(first).toEqual(second);
    const rest = await list(`?limit=2&cursor=${first.next_cursor}`);
    const all = [...first.data, ...rest.data];
    expect(all.map(({ standing, persona }) => [standing, persona])).toEqual(
      Array(3).fill(['waiting', 'buyer']),
    );
    expect([rest.data.length, rest.next_cursor, new Set(all.map(({ id }) => id)).size]).toEqual([1, null, 3]);
    const doubted = {
      state: 'in_doubt' as const,
      doubted_at: 1,
      settled_at: null,
      resent: 1,
      bytes: Buffer.of(1),
    };
    const ids = all.slice(0, 2).map(({ id }) => fromSlug('message', id)!);
    await desk.house.db.updateTable('outbound_message').set(doubted).where('id', 'in', ids).execute();
    expect((await list('?standing=in_doubt')).data.map(({ id }) => id)).toEqual(
      all.slice(0, 2).map(({ id }) => id),
    );
    const one = { decision: 'arrived', message: all[0]!.id };
    for (const settled of [1, 0])
      expect((await caller.post(`${wave}/settle-doubts`, one)).body).toEqual({ settled });
    expect((await list('?standing=in_doubt')).data.map(({ id }) => id)).toEqual([all[1]!.id]);
    expect(await refused(`${wave}/messages?standing=lost`)).toEqual([405, 'METHOD_NOT_ALLOWED', undefined]);
    expect((await caller.get<Problem>(`${wave}/messages?standing=lost`)).body.code).toBe('INVALID');
    expect((await stranger.get(`${wave}/messages`)).status).toBe(404);
  });

  test('another workspace’s is not there, a key without the scope is told so, and nothing is done', async () => {
    await send('Dana Reyes');
    const reader = await api.caller(desk, ['waves:read']);
    const bodies = { course: { reminders: 1 }, 'settle-doubts': { decision: 'arrived' } };
    const paths = [...ACTS.map((act) => [act, {}] as const), ...Object.entries(bodies)];
    for (const [act, body] of paths) {
      const [theirs, unscoped] = [
        await stranger.post(`${wave}/${act}`, body),
        await reader.post<Problem>(`${wave}/${act}`, body),
      ];
      expect([act, theirs.status, unscoped.body.code]).toEqual([act, 404, 'SCOPE_MISSING']);
      if (act !== 'course' && act !== 'settle-doubts')
        expect(await refused(`${wave}/${act}`, { why: 'x' })).toEqual([422, 'INVALID', undefined]);
    }
    expect((await stranger.get(`${wave}/course`)).status).toBe(404);
    expect((await reader.get(`${wave}/course`)).status).toBe(200);
    expect(await acts()).toEqual([]);
  });

  test('whether mail leaves is read, and by no key changed', async () => {
    const { status, body } = await caller.get('/sending');
    expect([status, body]).toEqual([
      200,
      {
        ...{ state: 'sending', looked_at: null, stopped_at: null, waiting: null },
        ...{ per_minute: null, lowered_at: null, slow_domains: 0 },
      },
    ]);
    expect((await caller.post('/sending', { state: 'sending' })).status).toBe(405);
    const bare = await api.caller(desk, ['audience:read']);
    expect((await bare.get<Problem>('/sending')).body.code).toBe('SCOPE_MISSING');
  });

  test('the rules of asking are read and changed part by part; what no form would take changes nothing', async () => {
    const first = (await caller.get<Rules>('/asking-rules')).body;
    expect(first).toEqual({
      ...{ rest_days: 30, role_rest_days: 30, account_week: null, quiet_days: [], time_zone: 'UTC' },
      ...{ hours: { from: '08:00', to: '17:00' }, weekdays: [1, 2, 3, 4], debt_percent: 25 },
    });
    const change = {
      ...{ rest_days: 45, account_week: 20, quiet_days: ['2027-12-24', '2027-01-01'] },
      ...{ hours: { from: '09:00', to: '24:00' }, weekdays: [3, 2], time_zone: 'Europe/Oslo' },
      debt_percent: 10,
    };
    const changed = await caller.post<Rules>('/asking-rules', change);
    const now = {
      ...{ ...first, ...change, role_rest_days: 30 },
      ...{ weekdays: [2, 3], quiet_days: ['2027-01-01', '2027-12-24'] },
    };
    expect(changed.body).toEqual(now);
    const faults: [unknown, string][] = [
      [{ rest_days: 7 }, '#/rest_days'],
      [{ role_rest_days: '45' }, '#/role_rest_days'],
      [{ hours: { from: '17:00', to: '09:00' } }, '#/hours/to'],
      [{ hours: { from: '17:00' } }, '#/hours/to'],
      [{ weekdays: [] }, '#/weekdays'],
      [{ quiet_days: ['Christmas'] }, '#/quiet_days'],
      [{ time_zone: 'Mars/Base' }, '#/time_zone'],
      [{ debt_percent: 26 }, '#/debt_percent'],
      [{ debt_percent: null }, '#/debt_percent'],
      [{}, '#'],
    ];
    for (const [body, pointer] of faults) {
      const said = await caller.post<Problem>('/asking-rules', body);
      expect([said.status, said.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
    }
    const desks = await api.caller(desk, ['waves:read', 'waves:write']);
    expect((await desks.post<Problem>('/asking-rules', { rest_days: 60 })).body.code).toBe('SCOPE_MISSING');
    expect((await caller.get<Rules>('/asking-rules')).body).toEqual(now);
    expect((await caller.post<Rules>('/asking-rules', { account_week: null })).body.account_week).toBeNull();
    expect(await acts()).toEqual(['save_asking_rules', 'save_asking_rules']);
    expect((await stranger.get<Rules>('/asking-rules')).body).toEqual(first);
  });
});
