import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import { suggestTags } from '#app/results/theme/suggest-tags.server.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { closeAndRelease } from '#tests/support/release.ts';
import { textsWith, wordsWave, write } from '#tests/support/themes.ts';

interface Theme {
  id: string;
  name: string;
  merged_into: string | null;
}
interface Tags {
  data: { response: string; question: string; theme: string; why: string | null }[];
  next_cursor: string | null;
}
type ByPersona = Record<
  string,
  { heard: number; themes: { name: string; raised: string; speakers: number }[] }
>;

let api: OpenApi;
let caller: ApiCaller;
let waveId: string;
let wave: string;
let called = 0;
beforeAll(async () => {
  api = await openApi();
  caller = await api.caller();
});
afterAll(() => api.close());
beforeEach(async () => {
  ({ waveId } = await wordsWave(api.desk, ['buyer', 'end_user']));
  wave = toSlug('wave', waveId);
  await write(api.desk, waveId, 'buyer', ['The price is high', 'The price, again', 'All well']);
});

const create = async () => {
  called += 1;
  return (await caller.post<Theme>('/themes', { name: `Pricing ${called}` })).body;
};
const answersWith = async (words: string) =>
  (await textsWith(api.desk, { waveId, personaId: 'buyer' }, words)).map(({ responseId, questionKey }) => ({
    response: toSlug('response', responseId),
    question: questionKey,
  }));
const figures = async () =>
  (await caller.get<{ by_persona: ByPersona }>(`/results/waves/${wave}/themes`)).body.by_persona;

test('names, words anew, closes and merges themes, and refuses a name that is there', async () => {
  const one = await create();
  const other = await create();
  expect(await caller.post('/themes', { name: one.name.toUpperCase() })).toMatchObject({
    status: 409,
    body: { code: 'THEME_NAMED' },
  });
  const path = `/themes/${one.id}`;
  expect((await caller.post<Theme>(path, { definition: 'What they pay' })).body.name).toBe(one.name);
  expect(await caller.post(path, { merge_into: other.id, name: 'Both' })).toMatchObject({ status: 422 });
  expect(await caller.post(path, { merge_into: other.id })).toMatchObject({
    status: 200,
    body: { merged_into: other.id },
  });
  expect(await caller.post(path, { state: 'open' })).toMatchObject({ status: 409 });
  expect((await caller.get<{ data: Theme[] }>('/themes')).body.data.map(({ id }) => id)).toContain(one.id);
});

test('tags, lists page by page, confirms and takes away; only what is confirmed is counted', async () => {
  const theme = await create();
  const answers = await answersWith('price');
  const body = { wave, persona: 'buyer', theme: theme.id, answers };
  expect(await caller.post('/theme-tags', body)).toMatchObject({ status: 201, body: { tags: 2 } });
  const mine = (by: ByPersona, persona: string) =>
    by[persona]?.themes.find(({ name }) => name === theme.name);
  expect(mine(await figures(), 'buyer')).toMatchObject({ raised: 'raised', speakers: 2 });
  expect(mine(await figures(), 'end_user')).toMatchObject({ raised: 'not_heard', speakers: null });
  const list = `/theme-tags?wave=${wave}&persona=buyer&theme=${theme.id}&limit=1`;
  const first = (await caller.get<Tags>(list)).body;
  expect(first.data).toHaveLength(1);
  const second = (await caller.get<Tags>(`${list}&cursor=${first.next_cursor}`)).body;
  expect([...first.data, ...second.data].map(({ response }) => response).sort()).toEqual(
    answers.map(({ response }) => response).sort(),
  );
  const [one] = first.data;
  const tags = [{ response: one!.response, question: one!.question, theme: theme.id }];
  const settle = { wave, persona: 'buyer', act: 'remove', tags };
  expect(await caller.post('/theme-tags/settle', settle)).toMatchObject({ status: 200, body: { tags: 1 } });
  expect(mine(await figures(), 'buyer')).toMatchObject({ speakers: 1 });
});

test('what a machine suggests is in no figure', async () => {
  const { workspace, memberId: actor, house } = api.desk;
  const theme = (await caller.post<Theme>('/themes', { name: 'Price' })).body;
  const suggested = await suggestTags(house, workspace, { waveId, personaId: 'buyer', actor });
  expect(suggested).toMatchObject({ kind: 'suggested' });
  const list = `/theme-tags?wave=${wave}&persona=buyer&theme=${theme.id}&state=suggested`;
  expect((await caller.get<Tags>(list)).body.data.map(({ why }) => why)).toEqual(['price', 'price']);
  const ours = (await figures()).buyer!.themes.find(({ name }) => name === 'Price');
  expect(ours).toMatchObject({ raised: 'not_raised', speakers: 0 });
});

test('a tag joins no other persona, and an order over personas is answered by a list for each', async () => {
  const theme = await create();
  const answers = await answersWith('price');
  const strange = { wave, persona: 'end_user', theme: theme.id, answers };
  expect(await caller.post('/theme-tags', strange)).toMatchObject({ status: 422, body: { code: 'INVALID' } });
  const overall = await caller.get<{ error: { code: string; instead: { by_persona: ByPersona } } }>(
    `/results/waves/${wave}/themes?sort=overall`,
  );
  expect(overall.status).toBe(422);
  expect(overall.body.error.code).toBe('PERSONA_REQUIRED');
  expect(Object.keys(overall.body.error.instead.by_persona).sort()).toEqual(['buyer', 'end_user']);
});

test('however an order over personas is spelt, it is written down once', async () => {
  for (const sort of ['overall', 'most', 'x'.repeat(400)])
    expect(await caller.get(`/results/waves/${wave}/themes?sort=${sort}`)).toMatchObject({ status: 422 });
  const { db } = api.desk.house;
  const rows = await db
    .selectFrom('refusal')
    .select('asked')
    .where('workspace_id', '=', api.desk.workspace.id)
    .execute();
  const asked = rows.map((row) => row.asked).filter((text) => text.includes(waveId));
  expect(asked).toEqual([JSON.stringify({ themes: waveId })]);
});

test('in confidence no key reads or writes a single tag', async () => {
  const theme = await create();
  ({ waveId } = await wordsWave(api.desk, ['buyer'], 'confidential'));
  await write(
    api.desk,
    waveId,
    'buyer',
    Array.from({ length: 12 }, (_, at) => `The price of ${at}`),
  );
  await closeAndRelease(api.desk, waveId);
  wave = toSlug('wave', waveId);
  const answers = await answersWith('price of 3');
  const refused = { status: 422, body: { code: 'THEMES_IN_CONFIDENCE' } };
  expect(await caller.get(`/theme-tags?wave=${wave}&persona=buyer`)).toMatchObject(refused);
  const body = { wave, persona: 'buyer', theme: theme.id, answers };
  expect(await caller.post('/theme-tags', body)).toMatchObject(refused);
  const tags = answers.map((answer) => ({ ...answer, theme: theme.id }));
  const settle = { wave, persona: 'buyer', act: 'confirm', tags };
  expect(await caller.post('/theme-tags/settle', settle)).toMatchObject(refused);
});
