import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { AlertOut } from '#app/followup/alert/wire/alert-wire.ts';
import { toSlug } from '#app/platform/ids.ts';
import { makeAlertRule, raiseBy } from '#tests/support/alerting.ts';
import { type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { draftWave } from '#tests/support/asking.ts';

let api: OpenApi;
let caller: ApiCaller;
let programmeId: string;
let waveId: string;
beforeAll(async () => {
  api = await openApi();
  caller = await api.caller();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.open.clock.advance(1000);
  ({ programmeId, waveId } = await draftWave(api.desk, ['buyer', 'end_user']));
});

const FELL =
  'Buyers fell by 45 points from +25 in “Autumn” (9 of 11 heard) to −20 in “Spring” (10 of 12 heard): down, the difference is between −80 and −10.';
const raise = async (personaId: string, what: string) => {
  const watch = { kind: 'fell', points: 20 } as const;
  const ruleId = await makeAlertRule(api.desk, programmeId, {
    personaId,
    watch,
    name: `Canary ${personaId}`,
  });
  await raiseBy(api.desk, { programmeId, ruleId }, { waveId, what });
  api.open.clock.advance(1);
};
const of = () => `/alerts?programme=${toSlug('programme', programmeId)}`;
interface Page {
  data: { persona: string; what: string }[];
  next_cursor: string | null;
}

test('lists page by page, the newest first, each of exactly one persona', async () => {
  await raise('buyer', FELL);
  await raise('end_user', 'End-users fell.');
  const seen: Page['data'] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const next: string = cursor && `&cursor=${cursor}`;
    const page: { status: number; body: Page } = await caller.get<Page>(`${of()}&limit=1${next}`);
    expect(page.status).toBe(200);
    seen.push(...page.body.data);
    cursor = page.body.next_cursor;
  }
  expect(seen).toMatchObject([
    { persona: 'end_user', rule: 'Canary end_user', kind: 'fell', account: null, person: null },
    { persona: 'buyer', what: FELL, wave: toSlug('wave', waveId), seen_at: null, seen_by: null },
  ]);
  expect((await caller.get<Page>(`${of()}&persona=buyer`)).body.data).toMatchObject([{ what: FELL }]);
  expect((await caller.get<Page>(`${of()}&state=seen`)).body.data).toEqual([]);
});

test('has no slot for a number, and one for exactly one persona', () => {
  const { properties, required } = z.toJSONSchema(AlertOut) as {
    properties: Record<string, { type?: string; anyOf?: { type: string }[] }>;
    required: string[];
  };
  const types = Object.values(properties).flatMap(({ type, anyOf }) => type ?? anyOf!.map((one) => one.type));
  expect(new Set(types)).toEqual(new Set(['string', 'null']));
  expect(properties.persona).toEqual({ type: 'string' });
  expect(required).toContain('persona');
});

test('another workspace reads none of them, a key needs the scope, and nothing is written there', async () => {
  await raise('buyer', FELL);
  const other = await api.caller(await api.anotherDesk('Other'));
  expect((await other.get<Page>('/alerts')).body.data).toEqual([]);
  const bare = await api.caller(api.desk, ['responses:read', 'results:read']);
  expect((await bare.get('/alerts')).status).toBe(403);
  expect((await caller.get('/alerts?state=new')).status).toBe(422);
  expect((await caller.post('/alerts', {})).status).toBe(405);
});
