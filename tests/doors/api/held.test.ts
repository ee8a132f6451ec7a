import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { draftWave } from '#tests/support/asking.ts';
import { hold, KEY } from '#tests/support/held.ts';

let api: OpenApi;
let caller: ApiCaller;
let waveId: string;
let path: string;
beforeAll(async () => {
  api = await openApi();
  caller = await api.caller();
});
afterAll(() => api.close());
beforeEach(async () => {
  waveId = (await draftWave(api.desk, ['buyer', 'end_user'])).waveId;
  const given = new Map([
    [KEY, ['7']],
    ['secret', ['canary']],
  ]);
  path = `/held-responses/${toSlug('held', await hold(api.desk, waveId, { personaId: 'buyer', given, saidName: 'Canary' }))}`;
});

const reason = 'Known to the team';

test('lists what is held with why, page by page, and never what was answered', async () => {
  for (const personaId of ['end_user', 'buyer']) {
    api.open.clock.advance(1);
    await hold(api.desk, waveId, { personaId });
  }
  const wave = toSlug('wave', waveId);
  const seen: unknown[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const next: string = cursor && `&cursor=${cursor}`;
    const page = await caller.get<{ data: { persona: string }[]; next_cursor: string | null }>(
      `/held-responses?wave=${wave}&limit=1${next}`,
    );
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/canary|"7"|given|answers"/i);
    seen.push(...page.body.data.map(({ persona }) => persona));
    cursor = page.body.next_cursor;
  }
  expect(seen).toEqual(['buyer', 'end_user', 'buyer']);
  expect((await caller.get(`/held-responses?wave=${wave}&state=some`)).status).toBe(422);
});

test('releases once; the same request gets the same answer, another one is refused', async () => {
  const once = { 'idempotency-key': path };
  const first = await caller.post(`${path}/release`, { reason }, once);
  expect(first).toMatchObject({ status: 200, body: { state: 'released', decision_reason: reason } });
  expect((await caller.post(`${path}/release`, { reason }, once)).body).toEqual(first.body);
  expect(await caller.post(`${path}/release`, { reason })).toMatchObject({
    status: 409,
    body: { code: 'HELD_DECIDED' },
  });
  expect(await caller.post(`${path}/discard`, { reason })).toMatchObject({ status: 409 });
  const responses = await api.desk.house.db
    .selectFrom('response')
    .select('source')
    .where('workspace_id', '=', api.desk.workspace.id)
    .where('wave_id', '=', waveId)
    .execute();
  expect(responses).toEqual([{ source: 'self_declared' }]);
});

test('discards, and releases what was discarded', async () => {
  expect(await caller.post(`${path}/discard`, { reason })).toMatchObject({ body: { state: 'discarded' } });
  expect(await caller.post(`${path}/discard`, { reason })).toMatchObject({ status: 409 });
  expect(await caller.post(`${path}/release`, { reason })).toMatchObject({ body: { state: 'released' } });
});

test.each([{}, { reason: 'no' }, { reason: 'x'.repeat(301) }, { reason, named: 'yes' }, { reason: 7 }])(
  'takes no decision without a proper reason, or with anything else: %j',
  async (body) => {
    for (const act of ['release', 'discard'])
      expect((await caller.post(`${path}/${act}`, body)).status).toBe(422);
    expect((await caller.get(path)).body).toMatchObject({ state: 'waiting' });
  },
);

test('needs the scope that writes, and a key of this workspace', async () => {
  const reader = await api.caller(api.desk, ['responses:read']);
  expect((await reader.get(path)).status).toBe(200);
  const foreign = await api.caller(await api.anotherDesk('Foreign'));
  expect((await foreign.get(path)).status).toBe(404);
  for (const act of ['release', 'discard']) {
    expect((await reader.post(`${path}/${act}`, { reason })).status).toBe(403);
    expect((await foreign.post(`${path}/${act}`, { reason })).status).toBe(404);
  }
  expect((await caller.get(path)).body).toMatchObject({ state: 'waiting' });
});

test('refuses what they answered by hand since, where the seat is left, and what answers nothing', async () => {
  const token = await ask(api.desk, waveId, { name: 'Henrik Aalto', personaIds: ['buyer'] });
  const { id: invitationId } = await api.desk.house.db
    .selectFrom('invitation')
    .select('id')
    .where('workspace_id', '=', api.desk.workspace.id)
    .where('wave_id', '=', waveId)
    .executeTakeFirstOrThrow();
  const press = { personaId: 'buyer', reason: 'machine', evidence: ['too_fast'], invitationId } as const;
  const release = async (id: string) =>
    (await caller.post(`/held-responses/${toSlug('held', id)}/release`, { reason })).body.code;
  const blank = await hold(api.desk, waveId, { ...press, given: new Map() });
  expect(await release(blank)).toBe('HELD_UNREADABLE');
  const revoke = (revoked_at: number | null) =>
    api.desk.house.db
      .updateTable('invitation')
      .set({ revoked_at })
      .where('workspace_id', '=', api.desk.workspace.id)
      .where('id', '=', invitationId)
      .execute();
  const pressed = await hold(api.desk, waveId, press);
  await revoke(1);
  expect(await release(pressed)).toBe('SEAT_LEFT');
  await revoke(null);
  await caller.post(`/held-responses/${toSlug('held', pressed)}/discard`, { reason });
  await answer(api.desk.house, token, { [KEY]: '9' });
  expect(await release(pressed)).toBe('ANSWERED_SINCE');
});
