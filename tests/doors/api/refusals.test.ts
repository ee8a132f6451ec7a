import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiScope } from '#app/membership/keys/api-scope.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { OPERATIONS } from '#app/routes/api.v1.openapi[.]json/operations.ts';
import { ALL_SCOPES, type ApiCaller, type OpenApi, openApi } from '#tests/support/api.ts';
import { loadBundle } from '#tests/support/doors.ts';

let api: OpenApi;
let caller: ApiCaller;
beforeAll(async () => {
  api = await openApi();
  caller = await api.caller();
});
afterAll(() => api.close());

const json = { 'content-type': 'application/json' };
const pathOf = (path: string) => path.replace(/\{\w+\}/g, 'x');

test('the contract lists every route of the build, and no other', async () => {
  const { routes } = await loadBundle('workspace');
  const built = Object.keys(routes)
    .map((id) => id.match(/^routes\/api\.v1\.(.+?)(\/route)?$/)?.[1])
    .filter((name) => name !== undefined)
    .map((name) => `/${name.replace('[.]', '\0').replaceAll('.', '/').replace('\0', '.')}`)
    .map((path) => path.replace(/\$(\w+)/g, '{$1}'));
  expect([...new Set(OPERATIONS.map(({ path }) => path))].sort()).toEqual(built.sort());
});

test('the contract lists every method that a route answers; any other is refused', async () => {
  for (const path of new Set(OPERATIONS.map((operation) => operation.path))) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const listed = OPERATIONS.some((one) => one.path === path && one.method === method.toLowerCase());
      const body = method === 'GET' ? {} : { body: '{}', headers: json };
      const { status, headers } = await caller.send(method, pathOf(path), body);
      expect.soft(status === 405, `${method} ${path} answered ${status}`).toBe(!listed);
      if (!listed) expect.soft(headers.get('allow'), `${method} ${path}`).toBeTruthy();
    }
  }
});

test('the contract is open to everybody, and every figure in it has a persona', async () => {
  const answer = await fetch(new URL('/api/v1/openapi.json', api.doors.origin));
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(JSON.parse(text).openapi).toBe('3.1.0');
  expect(text).not.toMatch(/customer/i);
  const lacking: string[] = [];
  const visit = (schema: unknown, at: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties, required } = schema as { properties?: Record<string, unknown>; required?: string[] };
    const scored = properties && ['score', 'histogram', 'value'].some((name) => name in properties);
    const named = required?.includes('persona') || required?.includes('question');
    if (scored && !named) lacking.push(at);
    for (const [name, part] of Object.entries(schema)) visit(part, `${at}/${name}`);
  };
  visit(JSON.parse(text).components.schemas, '#');
  expect(lacking).toEqual([]);
});

test.each(OPERATIONS.filter(({ scope }) => scope !== null))(
  '$method $path opens to its scope alone',
  async ({ method, path, scope }) => {
    const others = ALL_SCOPES.filter((other) => other !== scope);
    const call = (by: ApiCaller) =>
      method === 'get' ? by.get(pathOf(path)) : by.post(pathOf(path), { nothing: true });
    const without = await call(await api.caller(api.desk, others));
    expect([without.status, without.body.code, without.body.scope]).toEqual([403, 'SCOPE_MISSING', scope]);
    const only = await call(await api.caller(api.desk, [scope as ApiScope]));
    expect(only.status).not.toBe(401);
    expect(only.status).not.toBe(403);
  },
);

test.each(OPERATIONS.filter(({ scope }) => scope !== null))(
  '$method $path asks for a key, and a session is none',
  async ({ method, path }) => {
    const answer = await fetch(new URL(`/api/v1${pathOf(path)}`, api.doors.origin), {
      method: method.toUpperCase(),
      headers: { ...json, cookie: '__Host-s=whatever; s=whatever' },
      ...(method === 'post' ? { body: '{}' } : {}),
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'UNAUTHORIZED', type: '/docs/problems#UNAUTHORIZED' });
  },
);

test('an address that is none answers as the API answers', async () => {
  const { status, body } = await caller.get('/no-such-thing');
  expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
});

test('what is no JSON is refused before it is read as anything', async () => {
  const form = await caller.send('POST', '/people', {
    body: 'name=x',
    headers: { 'content-type': 'text/plain' },
  });
  expect([form.status, form.body.code]).toEqual([415, 'NOT_JSON']);
  for (const body of ['', '{', 'nul', '{"name":"a\\u0000b"}', Buffer.from([0x22, 0xff, 0x22])]) {
    const { status, body: problem } = await caller.send('POST', '/people', { body, headers: json });
    expect([status, problem.code]).toEqual([400, 'MALFORMED_JSON']);
  }
});

test.each([
  '{"__proto__":{"name":"x"},"name":"Polluted"}',
  '{"name":"Polluted","employment":{"__proto__":{"account":"x"}}}',
  '[{"name":"Polluted","__proto__":[]}]',
])('the key __proto__ is refused: %s', async (body) => {
  const { status, body: problem } = await caller.send('POST', '/people', { body, headers: json });
  expect([status, problem.code]).toEqual([400, 'MALFORMED_JSON']);
  expect(await api.open.house.db.selectFrom('person').select('id').execute()).toEqual([]);
});

test.each([
  ['/people', { name: 'A', emails: ['a@b.example'], id: 'x' }],
  ['/people', { name: 'A', emails: ['a@b.example'], constructor: {} }],
  ['/accounts', { name: 'A', workspace: 'x' }],
  ['/waves', { programme: 'pro_1', name: 'A', surveys: { buyer: 'ver_1' }, state: 'open' }],
])('a field that %s does not know is refused', async (path, body) => {
  const { status, body: problem } = await caller.post<Problem>(path, body);
  expect([status, problem.code]).toEqual([422, 'INVALID']);
});

test.each([
  '/people?limit=0',
  '/people?limit=201',
  '/people?limit=ten',
  '/people?cursor=nonsense',
  '/people?cursor=acc_00000000000000000000000000',
  '/people?limit=1&limit=2',
  '/people?surprise=1',
  '/responses',
  '/responses?wave=wav_1',
  '/results',
])('%s points at the parameter that is wrong', async (path) => {
  const { status, body } = await caller.get<Problem>(path);
  expect([status, body.code]).toEqual([422, 'INVALID']);
  expect(body.errors!.length).toBeGreaterThan(0);
});

test('every code that the contract promises is explained on the page it links to', async () => {
  const page = await (await fetch(new URL('/docs/problems', api.doors.origin))).text();
  const codes = new Set(OPERATIONS.flatMap(({ problems = [] }) => problems));
  for (const code of [...codes, 'INVALID', 'NOT_FOUND', 'FAULT']) expect(page).toContain(`id="${code}"`);
});

test('a fault of ours is a problem too, says nothing of its cause, and is logged', async () => {
  const { db } = api.open.house;
  const broken = new Error('the disk is on fire');
  Object.assign(api.open.house, {
    db: new Proxy(db, {
      get: (target, name) => {
        if (name === 'transaction') throw broken;
        return Reflect.get(target, name);
      },
    }),
  });
  try {
    const { status, text } = await caller.post('/people', { name: 'A', emails: ['a@fault.example'] });
    expect(status).toBe(500);
    expect(JSON.parse(text).code).toBe('FAULT');
    expect(text).not.toContain('fire');
  } finally {
    Object.assign(api.open.house, { db });
  }
});
