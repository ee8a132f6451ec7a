import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { createListener } from '#app/platform/http/listener.server.ts';
import { behindRespondents } from '#app/platform/http/respondents-first.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Desk } from '#tests/support/asking.ts';
import { contextOf } from '#tests/support/context.ts';
import { loadBundle } from '#tests/support/doors.ts';
import { heardWave } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

let open: TestHouse;
let desk: Desk;
beforeAll(async () => {
  open = await openTestHouse();
  desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
});
afterAll(() => open.close());

test('a built door waits between the pieces of a long file as its context says', async () => {
  const wave = toSlug('wave', await heardWave(desk, { buyer: [9, 10] }));
  const made = { name: 'Long', scopes: ['responses:read'] as const, actor: desk.memberId };
  const { token } = await createKey(desk.house, desk.workspace, made);
  const build = await loadBundle('workspace');
  const loader = build.routes['routes/api.v1.responses']!.module.loader!;
  const request = new Request(`http://localhost/api/v1/responses?wave=${wave}&format=csv`, {
    headers: { authorization: `Bearer ${token}` },
  });
  let waited = 0;
  const wait = async () => {
    waited += 1;
  };
  const context = contextOf(desk.house, { behindRespondents: () => wait });
  const answer = (await loader({ request, params: {}, context })) as Response;
  expect(waited).toBeLessThanOrEqual(1);
  expect((await answer.text()).trimEnd().split('\r\n')).toHaveLength(3);
  // Before the one piece, and before it is known to be the last.
  expect(waited).toBe(2);
});

test('the listener counts a respondent until the page has left, and hands that on to every other door', async () => {
  const page = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const contexts: unknown[] = [];
  const refuse = async () => new Response('', { status: 404 });
  const listener = createListener(desk.house, {
    files: () => false,
    respondent: refuse,
    workspace: async (_, context) => {
      contexts.push(context.behindRespondents);
      return refuse();
    },
    hot: {
      takes: (path) => path.startsWith('/r/'),
      answer: async () => {
        asked.resolve();
        await page.promise;
        return { status: 200, headers: {}, body: 'a page' };
      },
    },
  });
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await fetch(`${origin}/results`);
  expect(contexts).toEqual([behindRespondents]);
  const opened = fetch(`${origin}/r/token`).then((answer) => answer.text());
  await asked.promise;
  let isOn = false;
  const goesOn = behindRespondents()().then(() => {
    isOn = true;
  });
  for (let turn = 0; turn < 3; turn += 1) await nextTurn();
  expect(isOn).toBe(false);
  page.resolve();
  expect(await opened).toBe('a page');
  await goesOn;
  server.close();
});
