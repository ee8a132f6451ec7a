import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { bringText } from '#app/survey/document/bring-text.ts';
import { CompleteDocument } from '#app/survey/document/survey-document.ts';
import type { SurveyOut } from '#app/survey/wire/survey-wire.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { type Desk, openProgramme, openSurvey, publishFor } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';

interface Page {
  data: z.infer<typeof SurveyOut>[];
  next_cursor: string | null;
}

describe.each(ENGINES)('surveys over the API on %s', (engine) => {
  let api: OpenApi;
  let desk: Desk;
  let caller: ApiCaller;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    desk = await api.anotherDesk('Northwind Metrics');
    caller = await api.caller(desk);
  });

  test('are listed page by page, each once and with its one persona', async () => {
    const programmeId = await openProgramme(desk);
    for (const persona of ['buyer', 'end_user', 'advocate']) await openSurvey(desk, programmeId, persona);
    const first = (await caller.get<Page>('/surveys?limit=2')).body;
    const second = (await caller.get<Page>(`/surveys?limit=2&cursor=${first.next_cursor}`)).body;
    const all = (await caller.get<Page>('/surveys')).body.data;
    expect([...first.data, ...second.data]).toEqual(all);
    expect(all.map(({ persona }) => persona).sort()).toEqual(['advocate', 'buyer', 'end_user']);
    expect(first.data[0]).toMatchObject({ programme: toSlug('programme', programmeId), published: null });
    expect(second.next_cursor).toBeNull();
  });

  test('a version is read as a document that comes in again', async () => {
    await publishFor(desk, await openProgramme(desk), 'buyer');
    const [survey] = (await caller.get<Page>('/surveys')).body.data;
    expect(survey).toMatchObject({ persona: 'buyer', published: 1 });
    const { status, body } = await caller.get(`/surveys/${survey!.id}/versions/1`);
    expect([status, CompleteDocument.safeParse(body).success]).toEqual([200, true]);
    expect(bringText(JSON.stringify(body))).toMatchObject({ kind: 'brought', from: 'rolecall' });
    for (const path of [
      `/surveys/${survey!.id}/versions/2`,
      `/surveys/${survey!.id}/versions/x`,
      '/surveys/sur_1/versions/1',
    ])
      expect((await caller.get(path)).status).toBe(404);
    const foreign = await api.caller(await api.anotherDesk('Elsewhere'));
    expect((await foreign.get(`/surveys/${survey!.id}/versions/1`)).status).toBe(404);
  });
});
