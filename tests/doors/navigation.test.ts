import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import { type CanaryWorkspace, makeCanaryWorkspace } from '#tests/support/canary-workspace.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';

let test: TestHouse;
let doors: OpenDoors;
let canary: CanaryWorkspace;
beforeAll(async () => {
  test = await openTestHouse();
  canary = await makeCanaryWorkspace(test.house);
  doors = await openDoors(test.house);
});
afterAll(async () => {
  await doors.close();
  await test.close();
});

it.each(['admin', 'cx', 'executive'] as const)('every link of the frame opens for %s', async (permission) => {
  const { workspace, ...member } = canary.members[permission];
  const line = await startSession(test.house, test.house.db, workspace, member);
  const headers = { cookie: line.split(';')[0]! };
  const visitor = new Visitor(doors.origin);
  const page = await (await visitor.get('/overview', headers)).text();
  const nav = /<nav aria-label="Main">.*?<\/nav>/s.exec(page)![0];
  const links = [...nav.matchAll(/href="([^"]+)"/g)].map(([, to]) => to!);
  expect(links).toContain('/results');
  for (const to of links) expect.soft((await visitor.get(to, headers)).status, to).toBe(200);
  expect((await visitor.get('/go?q=results', headers)).headers.get('location')).toBe('/results');
});
