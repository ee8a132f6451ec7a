import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { MomentListOut, MomentOut } from '#app/audience/moment/wire/moment-wire.ts';
import type { TouchOut } from '#app/audience/moment/wire/touch-wire.ts';
import { DAY } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import type { Desk } from '#tests/support/asking.ts';
import { type Seated, seated, touches } from '#tests/support/mapping.ts';

type Moment = z.infer<typeof MomentOut>;
type Touches = { data: z.infer<typeof TouchOut>[]; next_cursor: string | null };

describe('moments and touches over the API', () => {
  let api: OpenApi;
  let desk: Desk;
  let caller: ApiCaller;
  let dana: Seated;
  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    desk = await api.anotherDesk('Northwind Metrics');
    caller = await api.caller(desk);
    dana = await seated(desk, { name: 'Dana Reyes', account: 'Acme', personaIds: ['buyer'] });
  });

  const moment = async (persona: string, name: string) => {
    const made = await caller.post<Moment>('/moments', { persona, name, trying_to: `Do ${name}` });
    expect(made.status).toBe(201);
    return made.body.id;
  };
  const touch = (more: Record<string, unknown>) => ({
    ...{ person: toSlug('person', dana.personId), account: toSlug('account', dana.accountId) },
    ...{ persona: 'buyer', at: '2026-10-01T09:00:00Z', source: 'Calendar', ...more },
  });
  const code = async (path: string, body: unknown) => {
    const { status, body: said } = await caller.post<Problem>(path, body);
    return [status, said.code];
  };

  test('a moment is made, read, worded anew and closed, each by its persona', async () => {
    const id = await moment('buyer', 'Renewal');
    expect(await code('/moments', { persona: 'buyer', name: 'renewal', trying_to: 'x' })).toEqual([
      ...[409, 'MOMENT_NAME_TAKEN'],
    ]);
    await moment('end_user', 'Renewal');
    const changed = await caller.post<Moment>(`/moments/${id}`, { promise: 'One page' });
    expect(changed.body).toMatchObject({ name: 'Renewal', trying_to: 'Do Renewal', promise: 'One page' });
    const list = await caller.get<z.infer<typeof MomentListOut>>('/moments?persona=buyer');
    expect(list.body.data).toEqual([changed.body]);
    const closed = await caller.post<Moment>(`/moments/${id}/close`, {});
    expect(closed.body.closed_at).not.toBeNull();
    expect(await code(`/moments/${id}`, { name: 'Else' })).toEqual([409, 'MOMENT_CLOSED']);
  });

  test.each(['', '?persona=', '?persona=everyone', '?persona=*', '?persona=Buyer'])(
    'there is no list of everybody’s moments: %s',
    async (query) => {
      await moment('buyer', 'Renewal');
      const { status, text } = await caller.get(`/moments${query}`);
      expect(status).toBe(422);
      expect(text).not.toContain('Renewal');
    },
  );

  test('nothing is made without a persona, and the answer says which there are', async () => {
    expect(await code('/moments', { name: 'Renewal', trying_to: 'x' })).toEqual([422, 'PERSONA_REQUIRED']);
    const id = await moment('buyer', 'Renewal');
    const { persona: _, ...without } = touch({ moment: id });
    expect(await code('/touches', without)).toEqual([422, 'PERSONA_REQUIRED']);
    expect(await code('/touches', touch({ moment: id, persona: '*' }))).toEqual([422, 'PERSONA_REQUIRED']);
    expect(await touches(desk)).toEqual([]);
  });

  test('touches come in a list, once, and are read in the order in which they happened', async () => {
    const id = await moment('buyer', 'Renewal');
    const ofUsers = await moment('end_user', 'Renewal');
    const day = (at: number) => new Date(Date.UTC(2026, 8, 1) + at * DAY).toISOString();
    const sent = [3, 1, 2].map((at) => touch({ moment: id, at: day(at), external_id: `call-${at}` }));
    const faulty = touch({ moment: ofUsers });
    const results = async () => {
      const { body } = await caller.post<{ results: { result: string; problem?: Problem }[] }>('/touches', [
        ...sent,
        faulty,
      ]);
      return body.results.map(({ result, problem }) => problem?.code ?? result);
    };
    expect(await results()).toEqual(['created', 'created', 'created', 'MOMENT_OF_ANOTHER']);
    expect(await results()).toEqual(['unchanged', 'unchanged', 'unchanged', 'MOMENT_OF_ANOTHER']);
    const differs = touch({ moment: id, at: day(9), external_id: 'call-1' });
    expect(await code('/touches', differs)).toEqual([409, 'TOUCH_DIFFERS']);
    const path = `/touches?person=${toSlug('person', dana.personId)}`;
    const first = await caller.get<Touches>(`${path}&limit=2`);
    const rest = await caller.get<Touches>(`${path}&limit=2&cursor=${first.body.next_cursor}`);
    const read = [...first.body.data, ...rest.body.data];
    expect(read.map(({ external_id }) => external_id)).toEqual(['call-1', 'call-2', 'call-3']);
    expect(read.every(({ persona }) => persona === 'buyer')).toBe(true);
    expect((await caller.get<Touches>(`${path}&persona=end_user`)).body.data).toEqual([]);
  });

  test('a touch is of a person who holds or held the persona there', async () => {
    const id = await moment('end_user', 'First login');
    expect(await code('/touches', touch({ moment: id, persona: 'end_user' }))).toEqual([
      ...[422, 'ROLE_NOT_HELD'],
    ]);
    const later = touch({ moment: await moment('buyer', 'Renewal'), at: '2036-01-01T00:00:00Z' });
    expect(await code('/touches', later)).toEqual([422, 'INVALID']);
  });

  test('another workspace finds none of it', async () => {
    const id = await moment('buyer', 'Renewal');
    const other = await api.caller(await api.anotherDesk('Harbour Freight'));
    expect((await other.get(`/moments/${id}`)).status).toBe(404);
    expect((await other.post(`/moments/${id}/close`, {})).status).toBe(404);
    expect((await other.post(`/moments/${id}`, { name: 'Else' })).status).toBe(404);
    const path = `/touches?person=${toSlug('person', dana.personId)}`;
    expect((await other.get<Touches>(path)).body.data).toEqual([]);
  });
});
