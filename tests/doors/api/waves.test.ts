import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import type { WaveWithMailOut } from '#app/delivery/wire/mail-wire.ts';
import { DAY } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import type { ProgrammeOut } from '#app/programme/wire/programme-wire.ts';
import type { SentOut, WaveOut } from '#app/programme/wire/wave-wire.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { type Desk, draftWave, openProgramme, publishFor, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';

type Wave = z.infer<typeof WaveOut>;
type WaveWithMail = z.infer<typeof WaveWithMailOut>;
type Sent = z.infer<typeof SentOut>;

describe.each(ENGINES)('waves over the API on %s', (engine) => {
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

  const draft = async (personas: readonly string[]) => {
    const { waveId } = await draftWave(desk, personas);
    return { waveId, wave: toSlug('wave', waveId) };
  };
  const rolesOf = async (given: Parameters<typeof seat>[1]) =>
    (await seat(desk, given)).map((id) => toSlug('role', id));
  const invitations = async () =>
    (
      await desk.house.db
        .selectFrom('invitation')
        .select(['id', 'persona_id'])
        .where('workspace_id', '=', desk.workspace.id)
        .execute()
    ).length;
  const messages = () =>
    desk.house.db
      .selectFrom('outbound_message')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();

  test('a wave is drafted from what the list of programmes offers, and sent to role assignments', async () => {
    const programmeId = await openProgramme(desk);
    await publishFor(desk, programmeId, 'buyer');
    const [programme] = (await caller.get<{ data: z.infer<typeof ProgrammeOut>[] }>('/programmes')).body.data;
    const [survey] = programme!.surveys;
    expect(survey).toMatchObject({ persona: 'buyer', number: 1 });
    const surveys = { buyer: survey!.version };
    const drafted = await caller.post<Wave>('/waves', { programme: programme!.id, name: 'Spring', surveys });
    expect([drafted.status, drafted.body.state, drafted.body.name]).toEqual([201, 'draft', 'Spring']);
    expect(drafted.body.surveys).toEqual([
      { persona: 'buyer', version: survey!.version, number: 1, known_people: null },
    ]);

    const role_assignments = await rolesOf({ name: 'Ruth Achterberg', personaIds: ['buyer'] });
    const path = `/waves/${drafted.body.id}/send`;
    expect((await caller.post<Sent>(path, { role_assignments })).body).toEqual({
      invited: 1,
      asked_first: 0,
      unready: 0,
      already: 0,
      held_back: [],
    });
    expect((await caller.post<Sent>(path, { role_assignments })).body).toMatchObject({
      invited: 0,
      already: 1,
    });
    expect([await invitations(), (await messages()).length]).toEqual([1, 1]);
    const sent = await caller.get<WaveWithMail>(`/waves/${drafted.body.id}`);
    expect(sent.body).toMatchObject({ state: 'open', surveys: [{ known_people: 1 }] });
    const listed = await caller.get<{ data: Wave[] }>('/waves');
    const { mail, unready, left_out, ...wave } = sent.body;
    expect(listed.body.data).toEqual([wave]);
    expect({ unready, left_out }).toEqual({ unready: 0, left_out: 0 });
    expect(mail).toMatchObject([{ persona: 'buyer', asked: 1, waiting: 1, sent: 0, in_doubt: 0 }]);
  });

  test('people who hold exactly one role of the wave may be given by id or by address', async () => {
    const { wave } = await draft(['buyer']);
    await rolesOf({ name: 'Ruth Achterberg', personaIds: ['buyer'], email: 'ruth@m.example' });
    await rolesOf({ name: 'Dana Reyes', personaIds: ['buyer'], email: 'dana@m.example' });
    const { data } = (await caller.get<{ data: { id: string; name: string }[] }>('/people')).body;
    const dana = data.find(({ name }) => name === 'Dana Reyes')!.id;
    const sent = await caller.post<Sent>(`/waves/${wave}/send`, { people: ['RUTH@m.example', dana] });
    expect(sent.body).toMatchObject({ invited: 2 });
  });

  test('one person without a role stops the whole send, and is named inside', async () => {
    const { wave } = await draft(['buyer']);
    const role_assignments = await rolesOf({ name: 'Ruth Achterberg', personaIds: ['buyer'] });
    await seat(desk, { name: 'Mei-Ling Chua', email: 'mei@m.example' });
    await rolesOf({ name: 'Yusuf Demir', personaIds: ['end_user'], email: 'yusuf@m.example' });
    const people = ['mei@m.example', 'yusuf@m.example', 'unheard@of.example'];
    const refused = await caller.post<Problem>(`/waves/${wave}/send`, { role_assignments, people });
    expect([refused.status, refused.body.code]).toEqual([422, 'PERSONA_REQUIRED']);
    expect(refused.body).toMatchObject({ missing: people, hats: [], ready: 1 });
    expect(await invitations()).toBe(0);
    const logged = await desk.house.db
      .selectFrom('refusal')
      .select('code')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    expect(logged).toEqual([{ code: 'PERSONA_REQUIRED' }]);
  });

  test('an address in the place of a role assignment is no role', async () => {
    const { wave } = await draft(['buyer']);
    await seat(desk, { name: 'Mei-Ling Chua', email: 'mei@m.example' });
    for (const stranger of [
      'mei@m.example',
      'per_0ddddddddddddddddddddddddd',
      'rol_0ddddddddddddddddddddddddd',
    ]) {
      const refused = await caller.post<Problem>(`/waves/${wave}/send`, { role_assignments: [stranger] });
      expect(refused.body).toMatchObject({ code: 'PERSONA_REQUIRED', missing: [stranger] });
    }
  });

  test('who holds two hats of the wave is not guessed at', async () => {
    const { wave } = await draft(['buyer', 'end_user']);
    const roles = await rolesOf({
      name: 'Dana Reyes',
      personaIds: ['buyer', 'end_user'],
      email: 'dana@m.example',
    });
    const refused = await caller.post<Problem>(`/waves/${wave}/send`, { people: ['dana@m.example'] });
    expect(refused.body.code).toBe('PERSONA_REQUIRED');
    const [hats] = refused.body.hats as { person: string; role_assignments: string[] }[];
    expect(hats!.person).toBe('dana@m.example');
    expect([...hats!.role_assignments].sort()).toEqual([...roles].sort());
    const chosen = await caller.post<Sent>(`/waves/${wave}/send`, {
      role_assignments: [hats!.role_assignments[0]],
    });
    expect(chosen.body).toMatchObject({ invited: 1 });
  });

  test('a role that nobody confirmed lately is STALE_ROLE, and listed', async () => {
    const { wave } = await draft(['buyer']);
    const role_assignments = await rolesOf({
      name: 'Ruth Achterberg',
      personaIds: ['buyer'],
      confirmed: false,
    });
    const refused = await caller.post<Problem>(`/waves/${wave}/send`, { role_assignments });
    expect(refused.body).toMatchObject({ code: 'STALE_ROLE', stale: role_assignments, ready: 0 });
  });

  test('a role that nobody confirmed lately is left out, or asked for first, where the send says so', async () => {
    const { wave } = await draft(['buyer']);
    const seated = { name: 'Ruth Achterberg', personaIds: ['buyer'], confirmed: false };
    const role_assignments = await rolesOf(seated);
    const path = `/waves/${wave}/send`;
    const held_back = [{ role_assignment: role_assignments[0], reason: 'stale', again_at: null }];
    expect((await caller.post<Sent>(path, { role_assignments, stale: 'leave_out' })).body).toEqual({
      ...{ invited: 0, asked_first: 0, unready: 0, already: 0 },
      held_back,
    });
    const unread = await caller.post<Problem>(path, { role_assignments, stale: 'ask_last' });
    expect(unread.body).toMatchObject({ code: 'INVALID', errors: [{ pointer: '#/stale' }] });
    expect(await invitations()).toBe(0);
    expect((await caller.post<Sent>(path, { role_assignments, stale: 'ask_first' })).body).toEqual({
      ...{ invited: 1, asked_first: 1, unready: 0, already: 0 },
      held_back: [],
    });
  });

  test('somebody asked lately is held back until a day that is named', async () => {
    const first = await draft(['end_user']);
    const second = await draft(['end_user']);
    const role_assignments = await rolesOf({ name: 'Yusuf Demir', personaIds: ['end_user'] });
    await caller.post(`/waves/${first.wave}/send`, { role_assignments });
    const again_at = new Date(api.open.clock.now() + 30 * DAY).toISOString();
    const { body } = await caller.post<Sent>(`/waves/${second.wave}/send`, { role_assignments });
    expect(body).toEqual({
      invited: 0,
      asked_first: 0,
      unready: 0,
      already: 0,
      held_back: [{ role_assignment: role_assignments[0], reason: 'asked_recently', again_at }],
    });
  });

  test('a closed wave is WAVE_HALTED', async () => {
    const { wave, waveId } = await draft(['buyer']);
    const role_assignments = await rolesOf({ name: 'Ruth Achterberg', personaIds: ['buyer'] });
    await caller.post(`/waves/${wave}/send`, { role_assignments });
    await closeWave(desk.house, desk.workspace, { waveId, actor: desk.memberId }, endWithWave);
    const { status, body } = await caller.post(`/waves/${wave}/send`, { role_assignments });
    expect([status, body.code, body.why]).toEqual([409, 'WAVE_HALTED', 'closed']);
  });

  test.each([
    ['no surveys', {}],
    ['none for anybody', { surveys: {} }],
    ['a list', { surveys: ['ver_0ddddddddddddddddddddddddd'] }],
    ['one version for all', { surveys: 'ver_0ddddddddddddddddddddddddd' }],
  ])('a wave with %s names no persona, so it is PERSONA_REQUIRED', async (_, said) => {
    const programme = toSlug('programme', await openProgramme(desk));
    const { status, body } = await caller.post('/waves', { programme, name: 'Spring', ...said });
    expect([status, body.code]).toEqual([422, 'PERSONA_REQUIRED']);
    expect((await caller.get<{ data: Wave[] }>('/waves')).body.data).toEqual([]);
  });

  test('questions for one persona are not sent to another', async () => {
    const programmeId = await openProgramme(desk);
    const version = toSlug('version', await publishFor(desk, programmeId, 'buyer'));
    const programme = toSlug('programme', programmeId);
    const { body } = await caller.post('/waves', {
      programme,
      name: 'Spring',
      surveys: { end_user: version },
    });
    expect(body.code).toBe('QUESTION_SET_MISMATCH');
    const unknown = { programme, name: 'Spring', surveys: { buyer: 'ver_0ddddddddddddddddddddddddd' } };
    const refused = await caller.post<Problem>('/waves', unknown);
    expect(refused.body.errors).toMatchObject([{ pointer: '#/surveys/buyer' }]);
  });

  test('another workspace’s waves and programmes are not there', async () => {
    const { wave } = await draft(['buyer']);
    const role_assignments = await rolesOf({ name: 'Ruth Achterberg', personaIds: ['buyer'] });
    const [programme] = (await caller.get<{ data: z.infer<typeof ProgrammeOut>[] }>('/programmes')).body.data;
    const stranger = await api.caller(await api.anotherDesk('Harbour Freight'));
    expect((await stranger.get(`/waves/${wave}`)).status).toBe(404);
    expect((await stranger.post(`/waves/${wave}/send`, { role_assignments })).status).toBe(404);
    expect((await stranger.get<{ data: unknown[] }>('/waves')).body.data).toEqual([]);
    expect((await stranger.get<{ data: unknown[] }>('/programmes')).body.data).toEqual([]);
    const surveys = { buyer: programme!.surveys[0]!.version };
    const drafted = await stranger.post<Problem>('/waves', { programme: programme!.id, name: 'X', surveys });
    expect(drafted.body.errors).toMatchObject([{ pointer: '#/programme' }]);
    expect(await invitations()).toBe(0);
  });
});
