import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import type { ExportOut } from '#app/results/export/export-wire.ts';
import { runExports } from '#app/results/export/run-exports.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { heardWave } from '#tests/support/heard.ts';
import { publishWithWhy } from '#tests/support/with-why.ts';

type Export = z.infer<typeof ExportOut>;

describe.each(ENGINES)('exports by the API on %s', (engine) => {
  let api: OpenApi;
  let caller: ApiCaller;
  let wave: string;
  beforeAll(async () => {
    api = await openApi(engine);
    caller = await api.caller();
    wave = toSlug('wave', await heardWave(api.desk, { end_user: [9, 9], buyer: [10] }));
  });
  afterAll(() => api.close());

  const order = (body: object, by = caller) => by.post<Export>('/exports', body);
  const inApi = (href: string) => href.replace('/api/v1', '');

  test('ordered, asked after, fetched and deleted', async () => {
    const { status, body } = await order({ what: 'rows', format: 'csv', wave });
    expect([status, body.state, body.files]).toEqual([201, 'queued', []]);
    await runExports(api.desk.house);
    const { body: done } = await caller.get<Export>(`/exports/${body.id}`);
    expect(done).toMatchObject({ state: 'done', rows_done: done.rows_total });
    const [file] = done.files;
    const { text, headers } = await caller.get(inApi(file!.href));
    // Reading as text takes the byte-order mark away.
    const bytes = Buffer.from(`\uFEFF${text}`);
    expect(headers.get('content-length')).toBe(String(file!.size));
    expect(bytes).toHaveLength(file!.size);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file!.sha256);
    const head = await caller.send('HEAD', inApi(file!.href));
    expect([head.status, head.text]).toEqual([200, '']);
    expect((await caller.get<{ data: Export[] }>('/exports?limit=1')).body.data).toMatchObject([
      { id: body.id },
    ]);
    const gone = await caller.post<Export>(`/exports/${body.id}/delete`, {});
    expect(gone.body).toMatchObject({ state: 'expired', files: [] });
    expect((await caller.get(inApi(file!.href))).status).toBe(404);
  });

  test('ordered twice under one Idempotency-Key it is one', async () => {
    const body = { what: 'figures', format: 'json', wave };
    const headers = { 'idempotency-key': `export-${engine}` };
    const [one, two] = [
      await caller.post('/exports', body, headers),
      await caller.post('/exports', body, headers),
    ];
    expect(two.body).toEqual(one.body);
  });

  test('rows are for a key that may read responses, and a file for the key that ordered it', async () => {
    const figures = await api.caller(undefined, ['results:read']);
    expect((await order({ what: 'rows', format: 'csv', wave }, figures)).status).toBe(403);
    const { body } = await order({ what: 'figures', format: 'csv', wave }, figures);
    await runExports(api.desk.house);
    const { body: done } = await figures.get<Export>(`/exports/${body.id}`);
    expect((await figures.get(inApi(done.files[0]!.href))).status).toBe(200);
    for (const path of [`/exports/${body.id}`, inApi(done.files[0]!.href)])
      expect((await caller.get(path)).status).toBe(404);
    expect((await caller.post(`/exports/${body.id}/delete`, {})).status).toBe(404);
  });

  test.each([
    [{ what: 'rows', format: 'json' }, '#/format'],
    [{ what: 'figures', format: 'parquet' }, '#/format'],
    [{ what: 'rows', format: 'csv', wave: undefined }, '#/wave'],
    [{ what: 'rows', format: 'csv', programme: 'pro_00000000000000000000000001' }, '#/wave'],
    [{ what: 'totals', format: 'csv' }, '#/what'],
  ])('%j is refused at its place', async (body, pointer) => {
    const refused = await caller.post<{ errors: { pointer: string }[] }>('/exports', { wave, ...body });
    expect([refused.status, refused.body.errors[0]!.pointer]).toEqual([422, pointer]);
  });

  test('rows of a confidential wave are refused with the figures in the refusal', async () => {
    const { waveId } = await publishWithWhy(api.desk, 'confidential');
    const who = { name: 'Quiet One', personaIds: ['advocate'], account: 'Quiet', email: 'one@quiet.example' };
    await answer(api.desk.house, await ask(api.desk, waveId, who), { q1: '3', q2: 'Secret' });
    const { status, text, body } = await order({
      what: 'rows',
      format: 'ndjson',
      wave: toSlug('wave', waveId),
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'EXPORT_IN_CONFIDENCE',
      instead: { what: 'figures', by_persona: [{ persona: { id: 'advocate' }, showing: 'withheld' }] },
    });
    expect(text).not.toMatch(/quiet|secret/i);
  });
});
