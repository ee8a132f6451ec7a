import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createAttribute } from '#app/audience/attribute/create-attribute.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import type { PersonaDepthOut } from '#app/results/wire/depth-wire.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import type { Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { START } from '#tests/support/house.ts';
import { askAgain, type Buyer } from '#tests/support/same-people.ts';
import { seatMany } from '#tests/support/seat-many.ts';

type Depth = z.infer<typeof PersonaDepthOut>;

const buyers = (count: number, scores: (at: number) => Buyer['scores']): Buyer[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `Buyer ${at}`,
    account: `Firm ${at % 10}`,
    renewalOn: '2027-03-01',
    scores: scores(at),
  }));

/** Known, asked, and heard: no mail goes out here. */
const FUNNEL = [
  ['known', 20, undefined],
  ['invited', 20, 20],
  ['delivered', 0, 20],
  ['began', 18, undefined],
  ['answered', 18, 18],
];

describe.each(ENGINES)('one persona in depth over the API on %s', (engine) => {
  let api: OpenApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  const pass = (ms: number) => api.open.clock.advance(ms);
  async function hear(
    name: string,
    given: Buyer[],
    more = {},
  ): Promise<{ desk: Desk; wave: string; caller: ApiCaller }> {
    api.open.clock.set(START);
    const desk = await api.anotherDesk(name);
    const waveId = (await askAgain(desk, given, { pass, ...more })).at(-1)!;
    return { desk, wave: toSlug('wave', waveId), caller: await api.caller(desk) };
  }
  const ask = ({ caller, wave }: { caller: ApiCaller; wave: string }, rest: string) =>
    caller.get<Depth>(`/results/waves/${wave}/personas/${rest}`);

  test('every input of the figure is there, and each difference says whose it is and how it was judged', async () => {
    const heard = await hear(
      'Inputs',
      buyers(20, (at) => [at < 8 ? 9 : 5, at < 16 ? 9 : at < 18 ? 7 : null]),
    );
    const { status, body } = await ask(heard, 'buyer?by=account');
    expect(status).toBe(200);
    expect(body.persona.id).toBe('buyer');
    expect(body.funnel.map(({ step, people, of }) => [step, people, of?.people])).toEqual(FUNNEL);
    expect(body.inputs).toEqual({
      ...{ promoters: 16, passives: 2, detractors: 0, n: 18, N: 20, accounts: 10 },
      ...{ per_person: expect.closeTo(88.89, 2), per_account: expect.closeTo(90, 2), method: 'finite' },
    });
    expect(body.figure?.sentence).toMatch(
      /^Buyers, Wave 2: \+89 \(18 of 20 heard, at 10 accounts; all 20 would be between /,
    );
    expect(body.figure?.computed).toEqual({
      ...{ method: 'finite', confidence: 0.95, widened_to: null },
      prior: { promoters: 1, passives: 1, detractors: 1 },
    });
    expect(body.figure?.unrounded).toMatchObject({
      score: expect.closeTo(1600 / 18, 9),
      per_account: body.inputs?.per_account,
      bounds: { low: 70, high: 90 },
    });
    expect(body.since?.difference).toMatchObject({ persona: 'buyer', verdict: 'up', p_method: 'interval' });
    const { interval, interval_unrounded: exact, confidence } = body.since!.difference;
    expect(confidence).toBe(0.95);
    expect([interval, exact]).toEqual(Array(2).fill({ low: 100, high: 110 }));
    expect(body.panel).toMatchObject({ kind: 'paired', counts: { both: 18, newcomers: 0, leavers: 2 } });
    expect(body.panel?.change).toMatchObject({
      persona: 'buyer',
      p_method: 'sign_flip',
      counted_by: 'person',
    });
    expect(body.together).toMatchObject({ method: 'holm', size: expect.any(Number) });
    expect(body.frame).toMatchObject({
      kind: 'named',
      silent: 2,
      silent_at: [{ renewal_on: '2027-03-01', people: 1 }, { people: 1 }],
    });
    expect(body.breakdown.groups.map((group) => group.kind === 'shown' && group.figure.persona.id)).toEqual(
      Array(10).fill('buyer'),
    );
  });

  test('of many it names what it did not read one by one, and reads it when asked; who kept silent it counts of any number', async () => {
    const heard = await hear(
      'Many',
      buyers(20, (at) => [at < 8 ? 9 : null]),
    );
    await seatMany(heard.desk, fromSlug('wave', heard.wave)!, 2000);
    const { body } = await ask(heard, 'buyer');
    expect(body.unread).toEqual({ on_demand: ['representation'], too_large: [] });
    expect(body.frame).toMatchObject({ kind: 'named', silent: 2012, not_asked: 0, representation: null });
    const each = (await ask(heard, 'buyer?read=each')).body;
    expect(each.unread).toEqual({ on_demand: [], too_large: [] });
    expect(each.frame).toEqual({ ...body.frame, representation: expect.objectContaining({ heard: 8 }) });
    expect((await ask(heard, 'buyer?read=all')).status).toBe(422);
  });

  test('in confidence nothing tells who answered, where from, or how a group answered before one way was decided', async () => {
    const heard = await hear(
      'Confidence',
      buyers(20, (at) => [at < 15 ? 9 : null]),
      { confidentiality: 'confidential' },
    );
    const region = await createAttribute(api.open.house, heard.desk.workspace, {
      about: 'account',
      name: 'Region',
      actor: heard.desk.memberId,
    });
    if (region.kind !== 'created') throw new Error(region.kind);
    for (const by of ['account', 'language', toSlug('attribute', region.id)]) {
      const { body, text } = await ask(heard, `buyer?by=${by}`);
      expect(body.breakdown).toMatchObject({ groups: [], because: 'not_decided', by: null });
      expect(body.frame).toMatchObject({
        kind: 'in_confidence',
        silent: null,
        silent_at: [],
        representation: null,
      });
      expect(body.halves).toBeNull();
      expect(body.figure?.unrounded).toBeNull();
      expect(text).not.toMatch(/Buyer \d|Firm \d|acc_/);
    }
  });

  test('a wave of others, a persona not asked, a look-alike and a word too many are refused', async () => {
    const own = await hear(
      'Own',
      buyers(6, () => [9]),
    );
    const other = await hear(
      'Other',
      buyers(6, () => [9]),
    );
    expect((await own.caller.get(`/results/waves/${other.wave}/personas/buyer`)).status).toBe(404);
    for (const persona of ['end_user', '*', 'BUYER', 'buyer%20', '%62uyer,end_user', '__proto__'])
      expect((await ask(own, persona)).status, persona).toBe(404);
    expect((await ask(own, 'buyer?persona=end_user')).status).toBe(422);
    expect((await ask(own, `buyer?by=${'x'.repeat(101)}`)).status).toBe(422);
  });
});
