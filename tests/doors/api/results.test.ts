import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import type { FigureAnswerOut, SplitOut, WaveResultsOut } from '#app/results/wire/result-wire.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { COUNTED, hearSet, LOW_AND_HIGH } from '#tests/support/asked-set.ts';
import { type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { heardWave, scoresOf } from '#tests/support/heard.ts';

type FigureAnswer = { figure: NonNullable<z.infer<typeof FigureAnswerOut>['figure']> };
type Split = z.infer<typeof SplitOut>;
type WaveResults = z.infer<typeof WaveResultsOut>;

/** `property-translation-1` of the reference file: every persona of b stands 20 points above a, with the same n. */
const A = { end_user: scoresOf({ P: 5, Q: 3, D: 2 }), buyer: scoresOf({ P: 2, Q: 4, D: 4 }) };
const B = { end_user: scoresOf({ P: 6, Q: 3, D: 1 }), buyer: scoresOf({ P: 3, Q: 4, D: 3 }) };

describe.each(ENGINES)('results over the API on %s', (engine) => {
  let api: OpenApi;
  let a: { desk: Desk; wave: string; caller: ApiCaller };
  let b: typeof a;
  beforeAll(async () => {
    api = await openApi(engine);
    a = await hear('Translation A', A);
    b = await hear('Translation B', B);
  });
  afterAll(() => api.close());

  async function hear(name: string, scores: Record<string, number[]>) {
    const desk = await api.anotherDesk(name);
    const wave = toSlug('wave', await heardWave(desk, scores));
    return { desk, wave, caller: await api.caller(desk) };
  }
  const ask = <T>({ caller, wave }: typeof a, query: string) =>
    caller.get<T>(`/results?wave=${wave}${query}`);
  const refusals = (desk: Desk) =>
    desk.house.db
      .selectFrom('refusal')
      .select(['code', 'asked'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();

  test('one persona is answered by its figure, which says whose it is', async () => {
    const { status, body } = await ask<FigureAnswer>(a, '&persona=buyer');
    expect(status).toBe(200);
    expect(body.figure).toMatchObject({
      persona: { id: 'buyer', plural: 'Buyers' },
      score: -20,
      heard: 10,
      metric: 'NPS',
      showing: 'shown',
    });
    expect(body.figure.sentence).toContain('Buyers, Winter 2027: −20 (');
  });

  test('a persona that was asked and not heard has a figure without a score, never 0', async () => {
    const silent = await hear('Silent', { buyer: [9, 9, 9], end_user: [] });
    const { status, body } = await ask<FigureAnswer>(silent, '&persona=end_user');
    expect([status, body.figure.score, body.figure.heard, body.figure.showing]).toEqual([
      200,
      null,
      0,
      'none',
    ]);
  });

  test.each([
    ['missing', ''],
    ['empty', '&persona='],
    ['everybody', '&persona=*'],
    ['all', '&persona=all'],
    ['unknown', '&persona=procurement'],
    ['other case', '&persona=END_USER'],
    ['a blank after it', '&persona=end_user%20'],
    ['a NUL after it', '&persona=end_user%00'],
    ['a Cyrillic look-alike', '&persona=%D0%B5nd_user'],
    ['a full-width look-alike', '&persona=%EF%BD%82uyer'],
    ['an array of one', '&persona[]=buyer'],
    ['an indexed array of one', '&persona[0]=buyer'],
    ['the parameter in other case', '&PERSONA=buyer'],
    ['the parameter in the plural', '&personas=buyer'],
    ['a full-width parameter', '&%EF%BD%90ersona=buyer'],
    ['said twice the same', '&persona=buyer&persona=buyer'],
    ['one and nobody', '&persona=buyer,'],
    ['not asked in this wave', '&persona=influencer'],
    ['a name of every object', '&persona=__proto__'],
  ])('persona %s is PERSONA_REQUIRED: 422 with one figure for each inside', async (_, query) => {
    const { status, body, headers } = await ask<Split>(a, query);
    expect([status, headers.get('content-type')]).toEqual([422, 'application/json']);
    expect(Object.keys(body)).toEqual(['error']);
    const { error } = body;
    expect(Object.keys(error)).toEqual(['code', 'message', 'personas', 'instead', 'why']);
    expect(Object.keys(error.instead)).toEqual(['by_persona', 'gap', 'coverage']);
    expect([error.code, error.why]).toEqual(['PERSONA_REQUIRED', '/docs/orples']);
    expect(error.message).toContain('These 20 answers come from 10 end-users and 10 buyers.');
    expect(error.personas).toEqual([
      { id: 'end_user', answers: 10 },
      { id: 'buyer', answers: 10 },
    ]);
    expect(error.instead.by_persona.map(({ persona, score }) => [persona.id, score])).toEqual([
      ['end_user', 30],
      ['buyer', -20],
    ]);
    expect(error.instead.gap).toMatchObject({ between: ['end_user', 'buyer'], apart: { points: 50 } });
    expect(error.instead.coverage).toMatchObject({ end_user: { heard: 10 }, buyer: { heard: 10 } });
  });

  test.each([
    ['two in one text', '&persona=end_user,buyer'],
    ['twice', '&persona=end_user&persona=buyer'],
    ['as an array', '&persona[]=end_user&persona[]=buyer'],
    ['in two spellings', '&persona=end_user&Persona=buyer'],
    ['with one more that is nobody', '&persona=end_user&persona=buyer&persona=*'],
  ])('two personas %s are PERSONA_MIX: 422 with one figure for each inside', async (_, query) => {
    const { status, body } = await ask<Split>(a, query);
    expect([status, body.error.code]).toEqual([422, 'PERSONA_MIX']);
    expect(body.error.instead.by_persona.map(({ persona }) => persona.id)).toEqual(['end_user', 'buyer']);
  });

  test('every refusal is written down with what was asked', async () => {
    const fresh = await hear('Refused', A);
    for (const query of ['&persona=%00%22', '&persona=*', '&persona=end_user,buyer,%00'])
      await ask(fresh, query);
    const results = fromSlug('wave', fresh.wave);
    const kept = (await refusals(fresh.desk)).map(({ code, asked }) => [code, JSON.parse(asked)]);
    // The same of the same asker counts once a day; what is no persona is not kept.
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual(['PERSONA_REQUIRED', { results, personas: [] }]);
    expect(kept).toContainEqual(['PERSONA_MIX', { results, personas: ['end_user', 'buyer'] }]);
  });

  test('a wave of one persona still wants it named: what is asked decides, not the data', async () => {
    const only = await hear('Only buyers', { buyer: [9, 9, 9, 8, 3] });
    expect((await ask<Split>(only, '')).body.error.code).toBe('PERSONA_REQUIRED');
    expect((await ask(only, '&persona=buyer')).status).toBe(200);
  });

  test('an account narrows a figure and names itself in it', async () => {
    const { data } = (await a.caller.get<{ data: { id: string; name: string }[] }>('/accounts')).body;
    const account = data.find(({ name }) => name === 'Account 0')!;
    const { body } = await ask<FigureAnswer>(a, `&persona=buyer&account=${account.id}`);
    expect(body.figure).toMatchObject({
      account: { id: account.id, name: account.name },
      heard: 1,
      score: null,
      showing: 'answers_only',
    });
    expect((await ask<Split>(a, `&account=${account.id}`)).body.error.personas).toEqual([
      { id: 'end_user', answers: 1 },
      { id: 'buyer', answers: 1 },
    ]);
  });

  test('a parameter that nobody knows is refused, not passed over', async () => {
    expect((await ask(a, '&persona=buyer&group_by=day')).status).toBe(422);
    for (const path of [`/results/waves/${a.wave}`, `/results/waves/${a.wave}/personas/buyer`]) {
      expect((await a.caller.get(path)).status, path).toBe(200);
      expect(await a.caller.get(`${path}?group_by=day`), path).toMatchObject({
        status: 422,
        body: { code: 'INVALID' },
      });
    }
  });

  describe.each(Object.keys(COUNTED) as (keyof typeof COUNTED)[])('where only a %s was asked', (kind) => {
    let low: { desk: Desk; wave: string; caller: ApiCaller };
    let high: typeof low;
    beforeAll(async () => {
      [low, high] = [await hearKind(0), await hearKind(1)];
    });
    async function hearKind(level: 0 | 1) {
      const desk = await api.anotherDesk(`Kind ${level}`);
      const forms = Array.from({ length: 6 }, () => LOW_AND_HIGH[kind][level]);
      const { waveId } = await hearSet(desk, [COUNTED[kind]], { end_user: forms, buyer: forms });
      return { desk, wave: toSlug('wave', waveId), caller: await api.caller(desk) };
    }

    test('one persona is answered by its question, as it is read, and has no figure', async () => {
      const { status, body } = await ask<z.infer<typeof FigureAnswerOut>>(low, '&persona=buyer');
      expect([status, body.figure, body.questions.length]).toEqual([200, null, 1]);
      const [question] = body.questions;
      expect(question).toMatchObject({ persona: { id: 'buyer' }, answers: 6, declined: 0, showing: 'shown' });
      expect(JSON.stringify(question)).toContain('Question q1?');
    });

    test.each([
      ['nobody named', '', 'PERSONA_REQUIRED'],
      ['everybody', '&persona=*', 'PERSONA_REQUIRED'],
      ['both', '&persona=end_user,buyer', 'PERSONA_MIX'],
    ])('%s is refused by the split, which holds no figure', async (_, query, code) => {
      const { status, body } = await ask<Split>(low, query);
      expect([status, body.error.code]).toEqual([422, code]);
      expect(body.error.instead).toMatchObject({ by_persona: [], gap: null });
      expect(body.error.personas).toEqual([
        { id: 'end_user', answers: 6 },
        { id: 'buyer', answers: 6 },
      ]);
    });

    test('raise every persona by the same amount: nothing moves but what names one persona', async () => {
      const paths = (wave: string) => [
        `/results?wave=${wave}`,
        `/results?wave=${wave}&persona=end_user,buyer`,
        `/results?wave=${wave}&persona=buyer`,
        `/results/waves/${wave}`,
        `/responses?wave=${wave}`,
        `/waves/${wave}`,
      ];
      for (const [i, path] of paths(low.wave).entries()) {
        const before = withoutPersonas((await low.caller.get(path)).body);
        const after = withoutPersonas((await high.caller.get(paths(high.wave)[i]!)).body);
        expect(after, path).toEqual(before);
      }
      const [page, raised] = [await ask(low, '&persona=buyer'), await ask(high, '&persona=buyer')];
      expect(raised.body).not.toEqual(page.body);
    });
  });

  test('a wave is a list of personas, and has no number of its own', async () => {
    const { body } = await a.caller.get<WaveResults>(`/results/waves/${a.wave}`);
    expect(Object.keys(body)).toEqual(['by_persona']);
    expect(body.by_persona.map(({ persona, score }) => [persona.id, score])).toEqual([
      ['end_user', 30],
      ['buyer', -20],
    ]);
  });

  test('a draft, another workspace’s wave, account or answers are not there', async () => {
    const own = await hear('Own', { buyer: [9] });
    const draft = toSlug('wave', (await draftWave(own.desk, ['buyer'])).waveId);
    const { data } = (await b.caller.get<{ data: { id: string }[] }>('/accounts')).body;
    const paths = [
      `/results?wave=${draft}&persona=buyer`,
      `/results?wave=${b.wave}&persona=buyer`,
      `/results?wave=${b.wave}`,
      `/results?wave=${own.wave}&persona=buyer&account=${data[0]!.id}`,
      `/results/waves/${draft}`,
      `/results/waves/${b.wave}`,
      '/results/waves/nonsense',
      `/responses?wave=${b.wave}`,
    ];
    for (const path of paths) expect.soft((await own.caller.get(path)).status, path).toBe(404);
  });

  /**
   * Lock 5 at the API. Both data sets hold the same people; only the scores differ, by the same amount for every
   * persona. What is not labelled with one persona may therefore not move at all.
   */
  test('raise every persona by the same amount: nothing moves but what names one persona', async () => {
    const paths = (wave: string) => [
      `/results?wave=${wave}`,
      `/results?wave=${wave}&persona=*`,
      `/results?wave=${wave}&persona=end_user,buyer`,
      `/results?wave=${wave}&persona=buyer`,
      `/results/waves/${wave}`,
      `/responses?wave=${wave}`,
      `/waves/${wave}`,
      '/waves',
      '/programmes',
      '/people',
      '/accounts',
      '/role-assignments',
      '/personas',
      '/openapi.json',
    ];
    for (const [i, path] of paths(a.wave).entries()) {
      const before = withoutPersonas((await a.caller.get(path)).body);
      const after = withoutPersonas((await b.caller.get(paths(b.wave)[i]!)).body);
      expect(after, path).toEqual(before);
    }
    const [figures, raised] = [
      await ask<FigureAnswer>(a, '&persona=buyer'),
      await ask<FigureAnswer>(b, '&persona=buyer'),
    ];
    expect([figures.body.figure.score, raised.body.figure.score]).toEqual([-20, 0]);
  });
});

/**
 * What is left of a body when every part that names one persona is taken out: objects with a `persona`, the
 * gap's interval and words (which name both ends), one persona's score inside a message, and ids.
 */
function withoutPersonas(body: unknown): unknown {
  // What was added at one moment stands in an order of chance.
  if (Array.isArray(body)) return body.map(withoutPersonas).sort(byText);
  if (typeof body === 'string') return ID.test(body) ? 'an id' : body.replace(SCORE_OF_ONE, '$1');
  if (typeof body !== 'object' || body === null) return body;
  if ('persona' in body && ('score' in body || 'value' in body || 'answers' in body)) return 'of one persona';
  const kept = Object.entries(body).filter(([name]) => name !== 'interval' && name !== 'words');
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutPersonas(value)]));
}

const ID = /^[a-z]{3}_[0-9a-z]{26}$/;
const SCORE_OF_ONE = /(End-users|Buyers) [+−]?\d+ \(n=\d+\)/g;
const byText = (x: unknown, y: unknown) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1);
