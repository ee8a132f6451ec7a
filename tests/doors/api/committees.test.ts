import { afterAll, beforeAll, expect, test } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { draftWave, openProgramme } from '#tests/support/asking.ts';
import { playCommittee } from '#tests/support/committee.ts';

let api: OpenApi;
let caller: ApiCaller;
let waveId: string;
beforeAll(async () => {
  api = await openApi();
  caller = await api.caller();
  ({ waveId } = await draftWave(api.desk, ['buyer', 'end_user']));
  await playCommittee(api.desk, waveId, [
    { name: 'Ann', account: 'Meridian', personaId: 'end_user', says: 9 },
    { name: 'Dan', account: 'Meridian', personaId: 'buyer', says: 4 },
    { name: 'Eve', account: 'Halvorsen', personaId: 'end_user', says: 8 },
    { name: 'Fay', account: 'Halvorsen', personaId: 'buyer', says: null },
  ]);
});
afterAll(() => api.close());

interface Line {
  account: { id: string; name: string };
  widest_gap: { points_of_10: number; lower: { persona: { id: string }; heard: number } } | null;
  of_persona: { answers: number[] } | null;
}
interface Page {
  data: Line[];
  next_cursor: string | null;
  pulling_apart: Record<string, number> | null;
  heard_whole: Record<string, number> | null;
}

test('lists accounts page by page with both ends of the gap, and no account has a score', async () => {
  const first = await caller.get<Page>('/committees?sort=gap&limit=1');
  expect(first.body.data).toMatchObject([
    {
      account: { name: 'Meridian' },
      coverage: { roles_heard: 2, roles_required: 3, missing: ['influencer'] },
      widest_gap: { points_of_10: 5, lower: { persona: { id: 'buyer' }, heard: 1, middle_answer: 4 } },
      of_persona: null,
    },
  ]);
  const rest = await caller.get<Page>(`/committees?sort=gap&limit=1&cursor=${first.body.next_cursor}`);
  expect(rest.body).toMatchObject({
    data: [{ account: { name: 'Halvorsen' }, silent_seats: 1, widest_gap: null }],
    next_cursor: null,
  });
  expect(first.body.pulling_apart).toEqual({
    ...{ committees: 1, more_than_1_point: 1, more_than_3_points: 1 },
    ...{ asked_different_things: 0, one_persona_alone: 1 },
  });
  expect(first.body.heard_whole).toEqual({ committees: 2, every_role_heard: 0 });
  expect(first.text).not.toContain('"score"');
});

test('sorts by answers with one persona alone; else the refusal says what may be asked for', async () => {
  const of = await caller.get<Page>('/committees?sort=score&persona=buyer');
  expect(of.status).toBe(200);
  expect(of.body.data.map(({ of_persona }) => of_persona?.answers ?? null)).toEqual([[4], null]);
  for (const [query, code] of [
    ['sort=score', 'PERSONA_REQUIRED'],
    ['sort=nps&persona=', 'PERSONA_REQUIRED'],
    ['sort=score&persona=buyer&persona=end_user', 'PERSONA_MIX'],
    ['sort=score&persona=buyer,end_user', 'PERSONA_MIX'],
  ]) {
    const refused = await caller.get<{ error: object }>(`/committees?${query}`);
    expect([refused.status, refused.body.error], query).toMatchObject([
      422,
      { code, instead: { sorts: ['coverage', 'gap', 'silent', 'renewal', 'overdue', 'name'] } },
    ]);
  }
  const written = await api.open.house.db.selectFrom('refusal').select(['code', 'asked']).execute();
  expect(written).toContainEqual({ code: 'PERSONA_MIX', asked: 'accounts sorted by score' });
});

test('one account is read seat by seat, each answer under the name of who gave it', async () => {
  const { data } = (await caller.get<Page>('/committees?sort=name')).body;
  const path = `/committees/${data.find(({ account }) => account.name === 'Meridian')!.account.id}`;
  const { status, body } = await caller.get(path);
  expect(status).toBe(200);
  expect(body).toMatchObject({ told: true, pattern: 'split', only_heard: null, gaps: [{ points_of_10: 5 }] });
  expect(body.personas).toMatchObject([
    { persona: { id: 'end_user' }, label: 'happy', seats: [{ person_name: 'Ann', state: 'heard' }] },
    { persona: { id: 'influencer' }, label: 'empty seat', empty_seats: 1, seats: [] },
    { persona: { id: 'buyer' }, label: 'critical', voices: [{ person_name: 'Dan', answer: 4 }] },
    { persona: { id: 'advocate' }, label: null },
  ]);
  const halvorsen = data.find(({ account }) => account.name === 'Halvorsen')!.account.id;
  expect((await caller.get(`/committees/${halvorsen}`)).body).toMatchObject({
    ...{ only_heard: 'end_user', pattern: 'not_comparable', gaps: [] },
  });
});

test('of a wave in confidence it tells who sits there and nothing of who answered', async () => {
  const programmeId = await openProgramme(api.desk, 'In confidence', 'confidential');
  const kept = await draftWave(api.desk, ['buyer'], programmeId);
  await playCommittee(api.desk, kept.waveId, [
    { name: 'Gil', account: 'Quiet', personaId: 'buyer', says: 1 },
    { name: 'Hal', account: 'Quiet', personaId: 'buyer', says: null },
  ]);
  const wave = toSlug('wave', kept.waveId);
  const { data, pulling_apart, heard_whole } = (await caller.get<Page>(`/committees?q=quiet&wave=${wave}`))
    .body;
  expect([pulling_apart, heard_whole]).toEqual([null, null]);
  const { body, text } = await caller.get(`/committees/${data[0]!.account.id}`);
  expect(body).toMatchObject({ told: false, coverage: null, gaps: [] });
  expect(text).not.toMatch(/"answer":\d|"state":"(not_)?heard"/);
});

test('needs the scope for what it tells, and stays in its workspace', async () => {
  const figures = await api.caller(api.desk, ['results:read']);
  const { data } = (await figures.get<Page>('/committees')).body;
  expect((await figures.get(`/committees/${data[0]!.account.id}`)).status).toBe(403);
  const bare = await api.caller(api.desk, ['responses:read']);
  expect((await bare.get('/committees')).status).toBe(403);
  const other = await api.caller(await api.anotherDesk('Other'));
  expect((await other.get<Page>('/committees')).body.data).toEqual([]);
  expect((await other.get(`/committees/${data[0]!.account.id}`)).status).toBe(404);
  const elsewhere = await draftWave(api.desk, ['buyer']);
  const wave = toSlug('wave', elsewhere.waveId);
  expect((await caller.get(`/committees/${data[0]!.account.id}?wave=${wave}`)).status).toBe(404);
  expect((await caller.get('/committees?sort=mood')).status).toBe(422);
});
