import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

let test: TestHouse;
let doors: OpenDoors;
let admin: Visitor;
beforeAll(async () => {
  test = await openTestHouse();
  await foundTestWorkspace(test.house);
  doors = await openDoors(test.house);
  admin = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
});
afterAll(async () => {
  await doors.close();
  await test.close();
});

type Headers = Record<string, string>;
const OUR = 'OUR-ORIGIN';

const CASES: [name: string, headers: Headers, lets: 'in' | 'refused'][] = [
  ['a form of our own page', { 'sec-fetch-site': 'same-origin' }, 'in'],
  ['a form of our own page, both headers', { 'sec-fetch-site': 'same-origin', origin: OUR }, 'in'],
  ['an old browser on our own page', { origin: OUR }, 'in'],
  ['a form of another site', { 'sec-fetch-site': 'cross-site' }, 'refused'],
  ['a form of another subdomain', { 'sec-fetch-site': 'same-site' }, 'refused'],
  ['another site that claims our origin', { 'sec-fetch-site': 'cross-site', origin: OUR }, 'refused'],
  ['an old browser on another site', { origin: 'https://evil.example' }, 'refused'],
  ['another port of our host', { origin: 'http://localhost:1' }, 'refused'],
  ['a page without an origin', { origin: 'null' }, 'refused'],
  ['an origin that is none', { origin: 'evil' }, 'refused'],
  ['no header at all', {}, 'refused'],
  [
    'another site behind a forged proxy header',
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    'refused',
  ],
];

/** A page, a page's data call, a resource route and its data call. */
const DOORS: [path: string, form: Headers][] = [
  ['/settings/personas', { intent: 'add' }],
  ['/settings/personas.data', { intent: 'add' }],
  ['/sign-in', { email: 'x', password: 'x' }],
  ['/sign-out', {}],
  ['/sign-out.data', {}],
];

const headersFor = (headers: Headers) =>
  headers.origin === OUR ? { ...headers, origin: doors.origin } : headers;

describe.each(DOORS)('%s', (path, form) => {
  it.each(CASES)('%s is let %3$s', async (_name, headers, lets) => {
    // A visitor of its own for signing out, so that the others stay signed in.
    const caller = path.startsWith('/sign-out')
      ? await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password)
      : admin;
    const body = new URLSearchParams(form);
    const answer = await caller.send(path, { method: 'POST', body, headers: headersFor(headers) });
    expect(answer.status === 403 ? 'refused' : 'in').toBe(lets);
    expect(answer.status).toBeLessThan(500);
    if (path.startsWith('/sign-out') && lets === 'refused')
      expect((await caller.get('/settings')).status, 'still signed in').toBe(200);
  });
});

it.each(['PUT', 'PATCH', 'DELETE'])('%s from another site is refused like a form', async (method) => {
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect((await admin.send('/settings/personas', { method, headers })).status).toBe(403);
});

it('a respondent’s form needs no origin: its link is the proof', async () => {
  const answer = await new Visitor(doors.origin).send('/r/1no-such-link', {
    method: 'POST',
    body: new URLSearchParams(),
    headers: { origin: 'null', 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.status).toBe(404);
});
