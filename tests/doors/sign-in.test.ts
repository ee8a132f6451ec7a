import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Workspace } from '#app/platform/workspace.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { addMember, PASSWORD } from '#tests/support/members.ts';

let test: TestHouse;
let doors: OpenDoors;
beforeEach(async () => {
  test = await openTestHouse();
  doors = await openDoors(test.house);
});
afterEach(async () => {
  await doors.close();
  await test.close();
});

const visitor = () => new Visitor(doors.origin);
const location = (answer: Response) => answer.headers.get('location');

it('leads a first visitor from the start to a workspace of their own, once', async () => {
  const first = visitor();
  expect(location(await first.get('/'))).toBe('/welcome');
  const form = { workspaceName: 'Northwind Metrics', ...ADMIN };
  const founded = await first.post('/welcome', form);
  expect([founded.status, location(founded)]).toEqual([303, '/']);
  expect(location(await first.get('/'))).toBe('/overview');
  const second = visitor();
  expect(location(await second.get('/welcome'))).toBe('/sign-in');
  expect(location(await second.post('/welcome', form))).toBe('/sign-in');
  expect(location(await second.get('/'))).toBe('/sign-in');
});

it('plays the example for a first visitor, says whom to sign in as, and is then closed', async () => {
  const first = visitor();
  expect(await (await first.get('/welcome')).text()).toContain('Load the example workspace');
  const played = await first.post('/example', {});
  const page = await played.text();
  expect(played.status).toBe(200);
  expect(page).toContain('Everything in it is invented.');
  expect(page).toMatch(/admin[\s\S]*@[\w.-]+\.example/);
  expect(location(await visitor().post('/example', {}))).toBe('/sign-in');
  expect(location(await visitor().get('/welcome'))).toBe('/sign-in');
});

it('keeps what a first visitor typed, except the password, and says what to mend beside it', async () => {
  const form = {
    workspaceName: 'Northwind Metrics',
    name: ADMIN.name,
    email: 'ifeoma',
    password: 'short one',
  };
  const answer = await visitor().post('/welcome', form);
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('value="Northwind Metrics"');
  expect(page).toContain('Write one e-mail address, such as kim@example.com.');
  expect(page).not.toContain('short one');
});

it('keeps the session in a cookie that scripts cannot read and other sites cannot send', async () => {
  await foundTestWorkspace(test.house);
  const answer = await visitor().post('/sign-in', ADMIN);
  expect(answer.headers.get('set-cookie')).toMatch(
    /^rolecall=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/,
  );
});

it('pins the cookie to host and TLS where there is TLS', async () => {
  await foundTestWorkspace(test.house);
  test.house.env.publicUrl = 'https://ask.example';
  const answer = await visitor().post('/sign-in', ADMIN);
  expect(answer.headers.get('set-cookie')).toMatch(
    /^__Host-rolecall=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/,
  );
  expect(answer.headers.get('set-cookie')).not.toContain('Domain');
});

it('gives a new session at every sign-in, and none for a cookie somebody planted', async () => {
  await foundTestWorkspace(test.house);
  const planted = { cookie: `rolecall=${'a'.repeat(43)}` };
  expect(location(await visitor().get('/settings', planted))).toBe('/sign-in?next=%2Fsettings');
  const answer = await visitor().post('/sign-in', ADMIN, planted);
  expect(answer.headers.get('set-cookie')).not.toContain('aaaa');
});

it('brings a member to the page they asked for, with its question', async () => {
  await foundTestWorkspace(test.house);
  const member = visitor();
  const asked = location(await member.get('/settings/members?said=invited'));
  expect(asked).toBe('/sign-in?next=%2Fsettings%2Fmembers%3Fsaid%3Dinvited');
  expect(location(await member.post(asked!, ADMIN))).toBe('/settings/members?said=invited');
});

it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '/\t/evil.example'])(
  'brings nobody to %j',
  async (next) => {
    await foundTestWorkspace(test.house);
    const answer = await visitor().post(`/sign-in?next=${encodeURIComponent(next)}`, ADMIN);
    expect([answer.status, location(answer)]).toEqual([303, '/']);
  },
);

it('answers an unknown address and a wrong password with the same page', async () => {
  await foundTestWorkspace(test.house);
  const tell = async (email: string) => {
    const answer = await visitor().post('/sign-in', { email, password: PASSWORD });
    const page = (await answer.text()).replaceAll(/nonce="[^"]*"/g, '').replaceAll(email, 'them');
    return { status: answer.status, page };
  };
  expect(await tell('nobody@northwind.example')).toEqual(await tell(ADMIN.email));
});

it('answers the sixth try at once with 429 and when to come back', async () => {
  await foundTestWorkspace(test.house);
  const guesser = visitor();
  for (let guess = 0; guess < 5; guess += 1)
    expect((await guesser.post('/sign-in', { ...ADMIN, password: PASSWORD })).status).toBe(422);
  const sixth = await guesser.post('/sign-in', ADMIN);
  expect([sixth.status, sixth.headers.get('retry-after')]).toEqual([429, '1']);
  expect(await sixth.text()).toContain('Try again in a second.');
});

it('ends the session by a form, and by no link', async () => {
  await foundTestWorkspace(test.house);
  const member = await visitor().signIn(ADMIN.email, ADMIN.password);
  await member.get('/sign-out');
  expect((await member.get('/settings')).status).toBe(200);
  const cookie = (await member.post('/sign-out', {})).headers.get('set-cookie');
  expect(cookie).toMatch(/^rolecall=; Path=\/; Max-Age=0/);
  expect(location(await member.get('/settings'))).toBe('/sign-in?next=%2Fsettings');
});

it('shuts a member out of every open page the moment they are disabled', async () => {
  const { workspace }: { workspace: Workspace } = await foundTestWorkspace(test.house);
  const kim = await addMember(test.house, workspace, 'cx');
  const [admin, member] = [
    await visitor().signIn(ADMIN.email, ADMIN.password),
    await visitor().signIn(kim.email, PASSWORD),
  ];
  expect((await member.get('/settings/personas')).status).toBe(200);
  const slug = new RegExp(`${kim.email}[\\s\\S]*?value="(mem_\\w+)"`).exec(
    await (await admin.get('/settings/members')).text(),
  )![1]!;
  await admin.post('/settings/members', { intent: 'disable', member: slug });
  expect((await member.get('/settings/personas')).status).toBe(303);
  expect((await member.post('/settings/personas', { intent: 'add' })).status).toBe(303);
});

it('refuses a persona called after everybody, beside the name, with the definition kept', async () => {
  await foundTestWorkspace(test.house);
  const admin = await visitor().signIn(ADMIN.email, ADMIN.password);
  const form = {
    intent: 'add',
    name: 'Stakeholders',
    base: 'buyer',
    definition: 'Whoever has a stake in it.',
  };
  const refused = await admin.post('/settings/personas', form);
  const page = await refused.text();
  expect(refused.status).toBe(422);
  expect(page).toMatch(/id="name-error"[^>]*>“Stakeholders” doesn’t say what these people do/);
  expect(page).toContain('Whoever has a stake in it.</textarea>');
  expect((await admin.post('/settings/personas', { ...form, name: 'Procurement lead' })).status).toBe(303);
});

it('shows a new key once and never again', async () => {
  await foundTestWorkspace(test.house);
  const admin = await visitor().signIn(ADMIN.email, ADMIN.password);
  const made = await admin.post('/settings/keys', {
    intent: 'make',
    name: 'CRM sync',
    scopes: ['audience:read', 'waves:read'],
  });
  const token = /rolecall_[\w-]{43}/.exec(await made.text())?.[0];
  expect(token).toBeDefined();
  const later = await (await admin.get('/settings/keys')).text();
  expect(later).toContain('CRM sync');
  expect(later).not.toContain(token);
});
