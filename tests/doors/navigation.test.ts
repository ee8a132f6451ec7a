import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveAccount } from '#app/audience/save-account.server.ts';
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

it('“Go to” leads an executive to what they may open, and says so where there is nothing of that name', async () => {
  const { workspace, ...member } = canary.members.executive;
  for (const name of ['Meridian Foods', 'Twin Works', 'Twin  works'])
    await saveAccount(test.house, workspace, { name, externalId: name, actor: canary.members.admin.id });
  const line = await startSession(test.house, test.house.db, workspace, member);
  const visitor = new Visitor(doors.origin);
  const leads = async (words: string) => {
    const headers = { cookie: line.split(';')[0]! };
    const to = (await visitor.get(`/go?q=${encodeURIComponent(words)}`, headers)).headers.get('location')!;
    expect.soft((await visitor.get(to, headers)).status, to).toBe(200);
    return to;
  };
  expect(await leads('Overview')).toBe('/overview');
  expect(await leads('results')).toBe('/results');
  expect(await leads('comm')).toBe('/committees');
  expect(await leads('map')).toBe('/map');
  expect(await leads(' meridian  foods ')).toMatch(/^\/committees\/acc_/);
  // Of two of one name, and of a part of a name, the list shows what there is.
  expect(await leads('twin works')).toBe('/committees?q=twin%20works');
  expect(await leads('Meridian')).toBe('/committees?q=Meridian');
  // Pages that they may not open are words like any other.
  for (const shut of ['people', 'settings', 'mailbox'])
    expect(await leads(shut)).toBe(`/committees?q=${shut}`);
  expect(await leads(' ')).toBe('/overview');
  expect(await leads(`x${'🧭'.repeat(150)}`)).toMatch(/^\/committees\?q=x/);
});
