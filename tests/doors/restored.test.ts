import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RestoreWatch } from '#app/delivery/armed/watch-restores.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { root } from '#app/install.mjs';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { draftWave, seat } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { addMember } from '#tests/support/members.ts';

let open: TestHouse;
let doors: OpenDoors;
beforeAll(async () => {
  open = await openTestHouse();
  doors = await openDoors(open.house);
});
afterAll(async () => {
  await doors.close();
  await open.close();
});

test('after npm run restored every page says that nothing is sent, until an admin has seen and confirmed what would go out', async () => {
  const { house } = open;
  const desk = { house, ...(await foundTestWorkspace(house)) };
  const { workspace, memberId: actor } = desk;
  const lead = await addMember(house, workspace, 'cx');
  const { waveId } = await draftWave(desk, ['buyer']);
  const roleIds = await seat(desk, { name: 'Henrik Aalto', personaIds: ['buyer'] });
  await sendWave(house, workspace, { waveId, roleIds, actor }, queueMessages(house));
  const watch = new RestoreWatch(house);
  const sends = () => watch.guard(() => sendDueMessages(house));

  const env = { ...process.env, DATABASE_URL: house.env.databaseUrl, APP_SECRET: house.env.appSecret };
  const said = spawnSync(process.execPath, ['db/mark-restored.ts'], { cwd: root, env, encoding: 'utf8' });
  expect([said.status, said.stderr]).toEqual([0, '']);
  expect(said.stdout).toContain('Nothing is sent from this database now');

  expect(await sends()).toBe(false);
  const admin = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
  const cx = await new Visitor(doors.origin).signIn(lead.email, lead.password);
  const read = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();
  const banner = 'Nothing is being sent.';
  for (const path of ['/overview', '/people', '/sends']) {
    expect(await read(admin, path)).toContain(banner);
    expect(await read(cx, path)).toContain(banner);
  }
  const ready = await fetch(`${doors.origin}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([200, expect.stringMatching(/^ready\nnothing is sent/)]);

  const list = await read(admin, '/settings/sending');
  for (const shown of ['Henrik Aalto', 'henrik.aalto@people.example', 'Winter 2027', 'Send this 1 message'])
    expect(list).toContain(shown);
  expect((await cx.post('/settings/sending', { messages: '1' })).status).toBe(403);
  expect((await admin.post('/settings/sending', {})).status).toBe(409);
  expect((await admin.post('/settings/sending', { messages: '7' })).status).toBe(409);
  expect(await sends()).toBe(false);
  expect((await admin.post('/settings/sending', { messages: '1' })).status).toBe(303);
  expect(await sends()).toBe(true);
  expect(await read(admin, '/overview')).not.toContain(banner);
  expect(await read(admin, '/settings/sending')).toContain('Nothing is held back.');
  expect(await (await fetch(`${doors.origin}/readyz`)).text()).toBe('ready\n');
});
