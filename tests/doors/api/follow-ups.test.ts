import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { followRules } from '#app/followup/rule/follow-rules.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { draftWave, openProgramme, seat } from '#tests/support/asking.ts';
import { colleague, makeRule, openOne } from '#tests/support/following.ts';
import { KEY } from '#tests/support/held.ts';

let api: OpenApi;
let caller: ApiCaller;
let programmeId: string;
let waveId: string;
beforeAll(async () => {
  api = await openApi();
  caller = await api.caller();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.open.clock.advance(1000);
  ({ programmeId, waveId } = await draftWave(api.desk, ['buyer', 'end_user']));
});

const programme = () => toSlug('programme', programmeId);
const body = (more: object = {}) => ({
  what: 'Call back',
  persona: 'buyer',
  programme: programme(),
  ...more,
});
interface Out {
  id: string;
  state: string;
  revision: number;
  owner: string;
}
const create = async (more: object = {}) => (await caller.post<Out>('/follow-ups', body(more))).body;

test('opens one, once for one idempotency key, and reads it back', async () => {
  const once = { 'idempotency-key': `open-${programmeId}` };
  const first = await caller.post<Out>('/follow-ups', body(), once);
  expect(first).toMatchObject({ status: 201, body: { state: 'open', persona: 'buyer', came_from: 'hand' } });
  expect((await caller.post('/follow-ups', body(), once)).body).toEqual(first.body);
  expect((await caller.get(`/follow-ups/${first.body.id}`)).body).toEqual(first.body);
  const page = await caller.get<{ data: Out[] }>(`/follow-ups?programme=${programme()}`);
  expect(page.body.data).toEqual([first.body]);
});

test('lists page by page with filters, and never what was answered', async () => {
  const token = await ask(api.desk, waveId, { name: 'Person Canary', personaIds: ['buyer'] });
  await makeRule(api.desk, programmeId);
  api.open.clock.advance(1000);
  await answer(api.open.house, token, { [KEY]: '3' });
  await followRules(api.open.house);
  api.open.clock.advance(1);
  await openOne(api.desk, programmeId, { personaId: 'end_user' });
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const next: string = cursor && `&cursor=${cursor}`;
    const page = await caller.get<{ data: { persona: string }[]; next_cursor: string | null }>(
      `/follow-ups?programme=${programme()}&limit=1${next}`,
    );
    expect(page.status).toBe(200);
    for (const one of page.body.data)
      expect(Object.keys(one)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(scores?|answers?|words|n)$/)]),
      );
    seen.push(...page.body.data.map(({ persona }) => persona));
    cursor = page.body.next_cursor;
  }
  expect(seen).toEqual(['end_user', 'buyer']);
  const buyers = await caller.get<{ data: object[] }>(`/follow-ups?programme=${programme()}&persona=buyer`);
  expect(buyers.body.data).toMatchObject([{ came_from: 'answer', person_name: 'Person Canary' }]);
  expect((await caller.get('/follow-ups?state=some')).status).toBe(422);
});

test('changes owner, day and state, adds a word and says that they were told', async () => {
  const { id } = await create();
  const owner = toSlug('member', await colleague(api.desk, 'Bo'));
  const due_at = '2027-01-11T12:00:00.000Z';
  const moved = await caller.post(`/follow-ups/${id}`, {
    revision: 1,
    owner,
    due_at,
    comment: 'Called twice',
  });
  expect(moved).toMatchObject({ status: 200, body: { owner, due_at, revision: 3, state: 'open' } });
  const done = { state: 'done', outcome: 'The invoice is right now', told: true };
  const closed = await caller.post(`/follow-ups/${id}`, done);
  expect(closed).toMatchObject({ status: 200, body: { state: 'done', outcome: done.outcome } });
  expect(closed.body.told_at).not.toBeNull();
});

test('says no with a code, and nothing of the request is done', async () => {
  const { id } = await create();
  const change = async (more: object) => (await caller.post(`/follow-ups/${id}`, more)).body;
  expect(await change({ told: true, comment: 'Told them' })).toMatchObject({ code: 'FOLLOW_UP_NOT_CLOSED' });
  expect(await change({ state: 'doing' })).toMatchObject({ state: 'doing', revision: 2 });
  expect(await change({ state: 'doing', revision: 1 })).toMatchObject({ code: 'FOLLOW_UP_MOVED_ON' });
  expect(await change({ state: 'declined', because: 'The plan stands' })).toMatchObject({
    state: 'declined',
  });
  expect(await change({ state: 'doing' })).toMatchObject({ code: 'FOLLOW_UP_CLOSED' });
  expect(await change({ told: true })).toMatchObject({ state: 'declined' });
  expect(await change({ told: true })).toMatchObject({ code: 'FOLLOW_UP_TOLD' });
});

test.each([
  {},
  { state: 'done' },
  { state: 'declined' },
  { outcome: 'Called' },
  { state: 'open' },
  { told: false },
  { owner: 'mem_nobody' },
  { score: 3 },
])('takes no change such as %j', async (change) => {
  const { id } = await create();
  expect((await caller.post(`/follow-ups/${id}`, change)).status).toBe(422);
  expect((await caller.get(`/follow-ups/${id}`)).body).toMatchObject({ state: 'open', revision: 1 });
});

test('opens none without exactly one persona, and none that names somebody in confidence', async () => {
  for (const persona of [undefined, 'nobody', ['buyer', 'end_user'], ''])
    expect((await caller.post('/follow-ups', body({ persona }))).status).toBe(422);
  programmeId = await openProgramme(api.desk, 'In confidence', 'confidential');
  await seat(api.desk, { name: 'Henrik Aalto' });
  const [person] = await api.desk.house.db.selectFrom('person').select('id').execute();
  const named = await caller.post('/follow-ups', body({ person: toSlug('person', person!.id) }));
  expect(named).toMatchObject({ status: 422, body: { code: 'FOLLOW_UP_IN_CONFIDENCE' } });
  expect(await create()).toMatchObject({ state: 'open' });
});

test('another workspace neither reads nor changes it, and a key needs the scope', async () => {
  const { id } = await create();
  const other = await api.caller(await api.anotherDesk('Other'));
  expect((await other.get(`/follow-ups/${id}`)).status).toBe(404);
  expect((await other.post(`/follow-ups/${id}`, { state: 'doing' })).status).toBe(404);
  const reader = await api.caller(api.desk, ['followups:read']);
  expect((await reader.get(`/follow-ups/${id}`)).status).toBe(200);
  expect((await reader.post(`/follow-ups/${id}`, { state: 'doing' })).status).toBe(403);
  const bare = await api.caller(api.desk, ['responses:read']);
  expect((await bare.get('/follow-ups')).status).toBe(403);
});
