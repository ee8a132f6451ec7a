import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { ResponseOut } from '#app/results/wire/response-wire.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { type Form, hearSet, questionOf, THREE } from '#tests/support/asked-set.ts';
import { type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { heardWave, QUESTION } from '#tests/support/heard.ts';
import { fillWave } from '#tests/support/many-responses.ts';
import { closeAndRelease } from '#tests/support/release.ts';
import { publishWithWhy } from '#tests/support/with-why.ts';

describe.each(ENGINES)('responses as a stream on %s', (engine) => {
  let api: OpenApi;
  let desk: Desk;
  let caller: ApiCaller;
  let wave: string;
  beforeAll(async () => {
    api = await openApi(engine);
    desk = await api.anotherDesk('Northwind Metrics');
    caller = await api.caller(desk);
    wave = toSlug('wave', await heardWave(desk, { end_user: [9, 9], buyer: [10] }));
  });
  afterAll(() => api.close());

  const stream = async (id: string, by = caller) =>
    (await by.get<ResponseOut[]>(`/responses?wave=${id}`)).body;

  test('a line for each response, persona by persona, its persona first', async () => {
    const { headers, body, text } = await caller.get<ResponseOut[]>(`/responses?wave=${wave}`);
    expect(headers.get('content-type')).toBe('application/x-ndjson');
    expect(body.map(({ persona, answers }) => [persona, answers])).toEqual([
      ['end_user', [{ question: QUESTION, score: 9 }]],
      ['end_user', [{ question: QUESTION, score: 9 }]],
      ['buyer', [{ question: QUESTION, score: 10 }]],
    ]);
    expect(body[2]).toMatchObject({
      persona_at_invite: 'buyer',
      account_name: 'Account 0',
      wave,
      person_name: 'buyer number 0',
      email: 'buyer0@a.example',
      answered_at: '2026-11-02T09:00:00.000Z',
    });
    const [first] = text.split('\n');
    expect(Object.keys(JSON.parse(first!)).slice(0, 4)).toEqual([
      'persona',
      'persona_at_invite',
      'account',
      'wave',
    ]);
  });

  test('as CSV no two personas share a column of scores, and no row stands for several', async () => {
    const { headers, text } = await caller.get(`/responses?wave=${wave}&format=csv`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [header, ...rows] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    const columns = header!.split(',');
    expect(columns.slice(0, 4)).toEqual(['persona', 'persona_at_invite', 'account', 'wave']);
    expect(columns.slice(-3)).toEqual([
      'scores_compare_only_within_one_persona',
      `end_user.${QUESTION}`,
      `buyer.${QUESTION}`,
    ]);
    expect(rows.map((row) => row.split(',')).map((cells) => [cells[0], ...cells.slice(-2)])).toEqual([
      ['end_user', '9', ''],
      ['end_user', '9', ''],
      ['buyer', '', '10'],
    ]);
  });

  test('a text that looks like a formula is none in the file', async () => {
    const { waveId } = await publishWithWhy(desk, 'attributed');
    const token = await ask(desk, waveId, { name: 'Eve Formula', personaIds: ['advocate'] });
    await answer(desk.house, token, { q1: '2', q2: '=HYPERLINK("http://x","y")' });
    const { text } = await caller.get(`/responses?wave=${toSlug('wave', waveId)}&format=csv`);
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    const [line] = await stream(toSlug('wave', waveId));
    expect(line!.answers).toEqual([
      { question: 'q1', score: 2 },
      { question: 'q2', text: '=HYPERLINK("http://x","y")' },
    ]);
  });

  test('every kind of answer stands as it was given, and has columns of its own in the file', async () => {
    const row = (key: string) => ({ key, label: `Row ${key}` });
    const questions = [
      questionOf('q1', 'single', { options: THREE, other: 'Else' }),
      questionOf('q2', 'ranking', { options: THREE }),
      questionOf('q3', 'matrix', { rows: [row('r1'), row('r2')], columns: [row('c1'), row('c2')] }),
      questionOf('q4', 'number', { decimals: 1 }),
      questionOf('q5', 'date'),
      questionOf('q6', 'consent', { agree: 'Yes' }),
      questionOf('q7', 'csat', { low: 'bad', high: 'good', declinable: true }),
      questionOf('q8', 'matrix', { rows: [row('r1')], columns: [row('c1'), row('c2')], declinable: true }),
      questionOf('q9', 'multiple', { options: THREE }),
    ];
    const one: Form = {
      ...{ q1: '_other', 'q1.other': '=1+1', 'q2.o2': '1', 'q2.o1': '2', 'q2.o3': '3', 'q3.r2': 'c1' },
      ...{ q4: '12.5', q5: '2027-02-26', q6: 'yes', 'q7.declined': '1', 'q8.declined': '1' },
      q9: ['o1', 'o3'],
    };
    const own = await api.anotherDesk('Every kind');
    const by = await api.caller(own);
    const { waveId } = await hearSet(own, questions, { end_user: [{ q7: '4' }], buyer: [one] });
    const slug = toSlug('wave', waveId);
    const [endUser, buyer] = await stream(slug, by);
    expect(endUser!.answers).toEqual([{ question: 'q7', score: 4 }]);
    expect(buyer!.answers).toEqual([
      { question: 'q1', choices: ['_other'], text: '=1+1' },
      { question: 'q2', cells: { o1: 2, o2: 1, o3: 3 } },
      { question: 'q3', cells: { r2: 'c1' } },
      { question: 'q4', value: 12.5 },
      { question: 'q5', value: '2027-02-26' },
      { question: 'q6', choices: ['yes'] },
      { question: 'q7', declined: true },
      { question: 'q8', declined: true },
      { question: 'q9', choices: ['o1', 'o3'] },
    ]);
    const { text } = await by.get(`/responses?wave=${slug}&format=csv`);
    const [header, , cells] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    const suffixes = [
      'q1',
      'q1.other',
      'q2.o1',
      'q2.o2',
      'q2.o3',
      'q3.r1',
      'q3.r2',
      'q4',
      'q5',
      'q6',
      'q7',
      'q8.r1',
      'q9',
    ];
    const columns = ['end_user', 'buyer'].flatMap((id) => suffixes.map((suffix) => `${id}.${suffix}`));
    expect(header!.split(',').slice(-26)).toEqual(columns);
    expect(cells!.split(',').slice(-13)).toEqual([
      ...['_other', `'=1+1`, '2', '1', '3', '', 'c1', '12.5', '2027-02-26', 'yes', 'declined', 'declined'],
      '"o1; o3"',
    ]);
    expect(cells!.split(',').slice(-26, -13).join('')).toBe('');
  });

  /** What twelve buyers answered of whom nobody may find out who they are, once the wave is closed. */
  const hearUnlinkable = async (questions: Parameters<typeof hearSet>[1], formOf: (at: number) => Form) => {
    const own = await api.anotherDesk('Not to be linked');
    const forms = Array.from({ length: 12 }, (_, at) => formOf(at));
    const { waveId } = await hearSet(own, questions, { buyer: forms }, 'unlinkable');
    return { own, by: await api.caller(own), waveId, slug: toSlug('wave', waveId) };
  };

  test('where nobody can be found out, what a person wrote beside a choice, a number and a day are left out', async () => {
    const questions = [
      questionOf('q1', 'single', { options: THREE, other: 'Else' }),
      questionOf('q2', 'number'),
      questionOf('q3', 'date'),
    ];
    const { by, slug } = await hearUnlinkable(questions, (i) => ({
      ...{ q1: '_other', 'q1.other': `Secret ${i}`, q2: String(7000 + i), q3: '2027-02-26' },
    }));
    const { body, text } = await by.get<ResponseOut[]>(`/responses?wave=${slug}`);
    expect(body).toHaveLength(12);
    expect(body.every(({ answers }) => answers.length === 1 && 'choices' in answers[0]!)).toBe(true);
    expect(text).not.toMatch(/\b(per|acc|res)_/i);
    for (const line of body) expect(line).toMatchObject({ persona: 'buyer', id: null, answered_at: null });
    const csv = (await by.get(`/responses?wave=${slug}&format=csv`)).text;
    for (const given of [text, csv]) expect(given).not.toMatch(/Secret|70\d\d|2027-02-26/);
    expect(csv.split('\r\n')[0]).toMatch(/,buyer\.q1$/);
  });

  test('where nobody can be found out there are none while answers come in', async () => {
    const { own, by, waveId, slug } = await hearUnlinkable([questionOf('q1', 'recommend')], () => ({
      q1: '9',
    }));
    await own.house.db.updateTable('wave').set({ state: 'open' }).where('id', '=', waveId).execute();
    const { status, body } = await by.get(`/responses?wave=${slug}`);
    expect([status, body]).toMatchObject([
      422,
      { code: 'EXPORT_BEFORE_CLOSE', instead: { what: 'figures' } },
    ]);
  });

  test('given in confidence there are none for any key, before the end and after, and the figures are there instead', async () => {
    const own = await api.anotherDesk('In confidence');
    const { waveId } = await publishWithWhy(own, 'confidential');
    const url = `/responses?wave=${toSlug('wave', waveId)}`;
    for (let i = 0; i < 12; i += 1) {
      const who = { name: `Quiet ${i}`, account: `Quiet account ${i}`, personaIds: ['advocate'] };
      const token = await ask(own, waveId, { ...who, email: `quiet${i}@q.example` });
      await answer(own.house, token, { q1: String(i % 11), q2: `Secret ${i}` });
    }
    const by = await api.caller(own);
    const refused = { code: 'EXPORT_IN_CONFIDENCE', instead: { what: 'figures' } };
    expect((await by.get(url)).body).toMatchObject(refused);
    await closeAndRelease(own, waveId);
    for (const format of ['ndjson', 'csv']) {
      const { status, text, body } = await by.get(`${url}&format=${format}`);
      expect(status).toBe(422);
      expect(body).toMatchObject({
        ...{ ...refused, instead: { by_persona: [{ persona: { id: 'advocate' }, showing: 'shown' }] } },
      });
      expect(text).not.toMatch(/quiet|secret|\b(per|acc|res)_/i);
    }
    const readsNoFigures = await fetch(new URL(`/api/v1${url}`, api.doors.origin), {
      headers: await keyOf(own),
    });
    expect(await readsNoFigures.json()).toMatchObject({ instead: { by_persona: [] } });
    const refusals = await own.house.db
      .selectFrom('refusal')
      .select('code')
      .where('workspace_id', '=', own.workspace.id)
      .execute();
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['EXPORT_IN_CONFIDENCE']));
  });

  test('every one of many is given once, in pages that meet on one moment', async () => {
    const { waveId, lanes } = await draftWave(desk, ['buyer']);
    const count = 1234;
    await fillWave(desk, { waveId, personaId: 'buyer', versionId: lanes[0]!.versionId, count });
    const lines = await stream(toSlug('wave', waveId));
    expect(lines).toHaveLength(count);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(count);
    expect(lines.every(({ answers }) => answers.length === 1)).toBe(true);
  });

  test('HEAD reads no answers', async () => {
    const { status, text, headers } = await caller.send('HEAD', `/responses?wave=${wave}`);
    expect([status, text, headers.get('content-type')]).toEqual([200, '', 'application/x-ndjson']);
  });

  test('a reader who goes away leaves nothing running', async () => {
    const { waveId, lanes } = await draftWave(desk, ['buyer']);
    await fillWave(desk, { waveId, personaId: 'buyer', versionId: lanes[0]!.versionId, count: 3000 });
    const url = new URL(`/api/v1/responses?wave=${toSlug('wave', waveId)}`, api.doors.origin);
    const gone = new AbortController();
    const answer = await fetch(url, { signal: gone.signal, headers: await keyOf(desk) });
    await answer.body!.getReader().read();
    gone.abort();
    expect(await stream(wave)).toHaveLength(3);
  });
  const keyOf = async (of: Desk) => {
    const made = { name: 'Reader', scopes: ['responses:read'] as const, actor: of.memberId };
    const { token } = await createKey(of.house, of.workspace, made);
    return { authorization: `Bearer ${token}` };
  };
});
