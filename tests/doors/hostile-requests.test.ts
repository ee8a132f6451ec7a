import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANARY_ADMIN, type CanaryWorkspace, makeCanaryWorkspace } from '#tests/support/canary-workspace.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { MATRIX } from './matrix.ts';

/** On PostgreSQL, which cannot keep a NUL where SQLite can. */
let test: TestHouse;
let doors: OpenDoors;
let canary: CanaryWorkspace;
let admin: Visitor;
beforeAll(async () => {
  test = await openTestHouse({ engine: 'postgres' });
  canary = await makeCanaryWorkspace(test.house);
  doors = await openDoors(test.house);
  admin = await new Visitor(doors.origin).signIn(CANARY_ADMIN.email, CANARY_ADMIN.password);
});
afterAll(async () => {
  await doors.close();
  await test.close();
});

const sameOrigin = { 'sec-fetch-site': 'same-origin' };
const rows = MATRIX.map(({ route, path, get, post }) => ({ route, path, get, post }));
const pathOf = ({ path }: (typeof rows)[number]) => (typeof path === 'string' ? path : path(canary.ids));
const formPath = (row: (typeof rows)[number]) =>
  `${pathOf(row).split('?')[0]}${row.route.endsWith('_index') ? '?index' : ''}`;

describe('no door fails', () => {
  it.each(rows.filter(({ get }) => get))('on a NUL in the address of $route', async (row) => {
    const [path] = pathOf(row).split('?');
    for (const address of [`${path}?q=%00&wave=%00`, `${path === '/' ? '' : path}/%00`])
      expect.soft((await admin.get(address)).status, address).toBeLessThan(500);
  });

  it.each(rows.filter(({ post, route }) => post && route !== 'sign-out'))(
    'on half a form, or one with a NUL, at $route',
    async (row) => {
      const multipart = { ...sameOrigin, 'content-type': 'multipart/form-data; boundary=x' };
      const half = await admin.send(formPath(row), {
        method: 'POST',
        body: '--x\r\nhalf',
        headers: multipart,
      });
      expect.soft(half.status, 'half a form').toBeLessThan(500);
      const names = ['name', 'email', 'title', 'persona', 'response', 'q', 'password', 'programme'];
      const nul = await admin.post(formPath(row), Object.fromEntries(names.map((name) => [name, 'x\0y'])));
      expect.soft(nul.status, 'a NUL').toBeLessThan(500);
    },
  );

  it.each([
    ['an address without a path', 'GET // HTTP/1.1', 400],
    ['an address of another host', 'GET //evil.example/overview HTTP/1.1', 400],
    ['a method that no page answers', 'TRACE / HTTP/1.1', 405],
    ['a proxy’s way to write an address', 'GET http://localhost/healthz HTTP/1.1', 200],
    ['steps up from a door that reads no cookie', 'POST /api/../settings HTTP/1.1', 400],
  ])('on %s', async (_name, line, status) => {
    const { hostname, port } = new URL(doors.origin);
    const socket = connect(Number(port), hostname);
    socket.end(`${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(await text(socket)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });
});

it('ten long texts in a script of wide letters are taken in', async () => {
  const long = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`t${i}`, '語'.repeat(5000)]));
  const answer = await admin.post(`/r/${canary.ids.answerToken}`, long);
  expect(answer.status).not.toBe(413);
});
