import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANARY_ADMIN, makeCanaryWorkspace } from '#tests/support/canary-workspace.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { MATRIX } from './matrix.ts';

let test: TestHouse;
let doors: OpenDoors;
let admin: Visitor;
let paths: string[];
beforeAll(async () => {
  test = await openTestHouse();
  const { ids } = await makeCanaryWorkspace(test.house);
  doors = await openDoors(test.house);
  admin = await new Visitor(doors.origin).signIn(CANARY_ADMIN.email, CANARY_ADMIN.password);
  paths = [...new Set(MATRIX.map(({ path }) => (typeof path === 'string' ? path : path(ids))))];
});
afterAll(async () => {
  await doors.close();
  await test.close();
});

async function expectGuarded(what: string, answer: Response): Promise<void> {
  const policy = answer.headers.get('content-security-policy') ?? '';
  const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1];
  expect
    .soft(policy, what)
    .toMatch(
      /^default-src 'self'; .*object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    );
  expect.soft(policy, what).not.toMatch(/unsafe|report-only/);
  expect.soft(answer.headers.get('x-content-type-options'), what).toBe('nosniff');
  // An address that opens by itself is told to nobody, not even to a page of our own.
  const referrer = what.includes(' /share/') && answer.status === 200 ? 'no-referrer' : 'same-origin';
  expect.soft(answer.headers.get('referrer-policy'), what).toBe(referrer);
  expect.soft(answer.headers.get('cross-origin-opener-policy'), what).toBe('same-origin');
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return;
  const page = await answer.text();
  if (nonce) expectNonce(what, page, nonce);
  else expectNothingInlineButTheStyle(what, page, policy);
  expect.soft(page, what).not.toMatch(/\son\w+="|\sstyle="|javascript:/);
  expect.soft(page, what).not.toContain('did not finish this Suspense boundary');
  expect.soft(answer.headers.get('cache-control'), what).toBe('no-store');
}

function expectNonce(what: string, page: string, nonce: string): void {
  const tags = page.match(/<(script|style)\b[^>]*>/g) ?? [];
  for (const tag of tags) expect.soft(tag, what).toContain(`nonce="${nonce}"`);
}

/** A page that is the same for many has no nonce: its one style is let by its hash, and scripts are files of our own. */
function expectNothingInlineButTheStyle(what: string, page: string, policy: string): void {
  expect.soft(what, 'only respondents’ pages').toMatch(/ \/[rsu]\//);
  expect.soft(policy, what).toContain("; script-src 'self'; ");
  const [, allowed] = /; style-src 'sha256-([^']+)';/.exec(policy) ?? [];
  const styles = [...page.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(([, style]) =>
    createHash('sha256').update(style!).digest('base64'),
  );
  expect.soft(styles, what).toEqual([allowed]);
  for (const [, attributes, inside] of page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    expect.soft(attributes, what).toMatch(/^ src="\/[^/"][^"]*"/);
    expect.soft(inside, what).toBe('');
  }
}

describe('every answer carries an enforced policy, with a nonce of its own or the hash of its style', () => {
  it('to an admin and to a stranger, at every door', async () => {
    for (const path of paths) {
      await expectGuarded(`admin ${path}`, await admin.get(path));
      await expectGuarded(`stranger ${path}`, await new Visitor(doors.origin).get(path));
    }
  });

  it.each([
    ['a page that does not exist', 404, () => admin.get('/no-such-page')],
    ['a form of another site', 403, () => admin.post('/settings', {}, { 'sec-fetch-site': 'cross-site' })],
    ['a form that is too long', 413, () => admin.post('/settings', { name: 'x'.repeat(300_000) })],
    ['a form to a page that takes none', 405, () => admin.post('/mailbox', {})],
  ])('%s', async (what, status, ask) => {
    const answer = await ask();
    expect.soft(answer.status).toBe(status);
    await expectGuarded(what, answer);
  });

  it('two answers never share a nonce', async () => {
    const policies = await Promise.all(
      [1, 2, 3].map(async () => (await admin.get('/sign-in')).headers.get('content-security-policy')),
    );
    expect(new Set(policies).size).toBe(3);
  });
});

it('a page that fails says so in words, with the policy and without the fault', async () => {
  const fault = 'the clock fell off the wall';
  const stopped = {
    now: () => {
      throw new Error(fault);
    },
  };
  const open = await openDoors({ ...test.house, clock: stopped, env: { ...test.house.env } });
  const answer = await admin.send(`${open.origin}/settings`, {});
  const body = await answer.clone().text();
  await expectGuarded('a 500', answer);
  await open.close();
  expect(answer.status).toBe(500);
  expect(body).toContain('Something went wrong on our side');
  expect(body).not.toMatch(/clock fell|node_modules|server\/workspace/);
});
