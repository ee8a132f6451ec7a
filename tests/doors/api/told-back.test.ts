import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { DAY } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import type { ToldBackOut } from '#app/programme/wire/told-wire.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { COMPLETE, type Desk, draftWave } from '#tests/support/asking.ts';

type Told = z.infer<typeof ToldBackOut>;
const LETTER = { heard: 'We heard you.', will_do: 'A list by June.', revision: 0 };

describe('answering back over the API', () => {
  let api: OpenApi;
  let desk: Desk;
  let caller: ApiCaller;
  let first: Awaited<ReturnType<typeof draftWave>>;
  let path: string;
  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    desk = await api.anotherDesk('Northwind Metrics');
    caller = await api.caller(desk);
    first = await draftWave(desk, ['buyer']);
    path = `/waves/${toSlug('wave', first.waveId)}/told-back/buyer`;
    for (const name of ['Dana Reyes', 'Omar Haddad']) {
      const seat = { name, account: `${name} & Co`, personaIds: ['buyer'] };
      await answer(desk.house, await ask(desk, first.waveId, seat), { q1: '2' });
    }
  });

  async function nextWave(): Promise<string> {
    const { programmeId, lanes } = first;
    const next = { programmeId, name: 'June', lanes, actor: desk.memberId };
    const made = await createWave(desk.house, desk.workspace, next);
    if (made.kind !== 'created') throw new Error(made.kind);
    return toSlug('wave', made.id);
  }
  const afterPromise = () => {
    const day = Date.parse(`${COMPLETE.promiseOn}T12:00:00Z`) + DAY;
    if (api.open.clock.now() < day) api.open.clock.advance(day - api.open.clock.now());
  };
  /** Their roles grow stale while the clock is moved on. */
  const everybody = { pick: {}, stale: 'ask_first' };

  test('a wave in debt is refused with what is owed, and goes when the letter went', async () => {
    const next = await nextWave();
    afterPromise();
    const refused = await caller.post<Problem>(`/waves/${next}/send`, everybody);
    expect([refused.status, refused.body.code]).toEqual([422, 'ACTION_DEBT']);
    expect(refused.body.debts).toEqual([
      {
        wave: toSlug('wave', first.waveId),
        persona: 'buyer',
        heard: 2,
        told: 0,
        owed: 2,
        promised_for: COMPLETE.promiseOn,
      },
    ]);
    const before = await caller.get<Told>(path);
    expect(before.body.draft).toEqual({
      heard: '',
      will_do: '',
      will_not: '',
      to_silent: false,
      revision: 0,
    });
    const written = await caller.post<Told>(path, LETTER);
    expect([written.status, written.body.draft.revision]).toEqual([200, 1]);
    const sent = await caller.post<{ told: number }>(`${path}/send`, { revision: 1 });
    expect([sent.status, sent.body]).toEqual([200, { told: 2 }]);
    const after = await caller.get<Told>(path);
    expect(after.body.debt.owed).toBe(0);
    expect(after.body.sent.map(({ heard }) => heard)).toEqual([LETTER.heard]);
    const gone = await caller.post(`/waves/${next}/send`, everybody);
    expect(gone.status).toBe(200);
  });

  test('what is missing, old or another’s is said, and nothing changes', async () => {
    const said = async (to: string, body: unknown) => {
      const { status, body: problem } = await caller.post<Problem>(to, body);
      return [status, problem.code];
    };
    await caller.post(path, { ...LETTER, will_do: '' });
    expect(await said(`${path}/send`, { revision: 1 })).toEqual([422, 'LETTER_INCOMPLETE']);
    expect(await said(path, LETTER)).toEqual([409, 'WRITTEN_MEANWHILE']);
    expect(await said(`${path}/send`, { revision: 7 })).toEqual([409, 'WRITTEN_MEANWHILE']);
    expect((await caller.post(path.replace('buyer', 'end_user'), LETTER)).status).toBe(404);
    const stranger = await api.caller(await api.anotherDesk('Harbour Freight'));
    for (const to of [path, `${path}/send`])
      expect((await stranger.post(to, to === path ? LETTER : { revision: 1 })).status).toBe(404);
    expect((await stranger.get(path)).status).toBe(404);
    expect((await caller.get<Told>(path)).body.debt.owed).toBe(2);
  });

  test('a programme is shut once, and its respondents get the note', async () => {
    const next = await nextWave();
    // Long enough after they were asked for them to be asked again.
    api.open.clock.advance(40 * DAY);
    const shut = `/programmes/${toSlug('programme', first.programmeId)}/shut`;
    const told = async () => (await caller.post<{ told: number }>(shut, { reason: 'Nobody acted' })).body;
    expect(await told()).toEqual({ told: 2 });
    expect(await told()).toEqual({ told: 0 });
    const { body } = await caller.get<Told>(path);
    expect(body.sent).toMatchObject([{ heard: expect.stringContaining('We are sorry') }]);
    const refused = await caller.post<Problem>(`/waves/${next}/send`, everybody);
    expect([refused.status, refused.body.code]).toEqual([409, 'WAVE_HALTED']);
  });
});
