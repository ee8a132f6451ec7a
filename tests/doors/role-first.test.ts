import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeRole } from '#app/audience/close-role.server.ts';
import { DAY, SECOND } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { anotherDesk, type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { dumpDatabase } from '#tests/support/dump.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { hiddenFields, pressByHand } from '#tests/support/respond.ts';
import { askFirst } from '#tests/support/stale.ts';
import { rolesIn } from '#tests/support/who.ts';

describe('“Are you still …?”, at the door', () => {
  let open: TestHouse;
  let doors: OpenDoors;
  let own: Desk;
  let desk: Desk;
  let path: string;
  beforeAll(async () => {
    open = await openTestHouse();
    own = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    doors = await openDoors(open.house);
  });
  afterAll(async () => {
    await doors.close();
    await open.close();
  });
  beforeEach(async () => {
    desk = await anotherDesk(open.house, 'Northwind Metrics');
    const { waveId } = await draftWave(desk, ['buyer', 'end_user']);
    path = `/r/${(await askFirst(open, desk, waveId)).token}`;
    open.clock.advance(SECOND);
  });

  const visit = () => new Visitor(doors.origin);
  const text = async (at: string) => (await visit().get(at)).text();
  const responses = () =>
    open.house.db
      .selectFrom('response')
      .select('persona_id')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();

  test('is the first page of the link, with the definition, and nothing is chosen on it', async () => {
    const opened = await visit().get(path);
    expect([opened.status, opened.headers.get('location')]).toEqual([302, `${path}/who`]);
    const page = await text(`${path}/who`);
    expect(page).toMatch(/are you still <b>.*Buyer.* at <b>.*Meridian Foods.*\?/);
    const choices = [...page.matchAll(/name="who" value="([^"]*)"/g)].map(([, value]) => value);
    const others = ['end_user', 'influencer', 'advocate'].map((id) => `persona:${id}`);
    expect(choices).toEqual(['persona:buyer', ...others, 'none', 'left']);
    expect(page).toMatch(/<b>Yes<\/b><br>Takes part in the decision/);
    expect(page).toContain('<b>End-user now</b>');
    expect(page).not.toContain(' checked');
    expect(page.length).toBeLessThan(15_000);
  });

  test('opening the link in any way, and posting answers to it by hand, writes nothing', async () => {
    const before = await dumpDatabase(open.house.env.databaseUrl);
    for (const at of [path, `${path}?v=7`, `${path}/who`, `${path}/who?who=persona:buyer&intent=role&v=7`])
      for (const method of ['GET', 'HEAD']) await visit().send(at, { method });
    for (const go of ['send', 'keep', 'next']) {
      const posted = await visit().post(`${path}?v=9`, { go, q1: '9', moved: '1', page: '0' });
      expect([posted.status, posted.headers.get('location')]).toEqual([303, `${path}/who?v=9`]);
    }
    expect(await dumpDatabase(open.house.env.databaseUrl)).toEqual(before);
  });

  test('a yes leads to the questions with the number that was tapped in the mail, and then answers count', async () => {
    const visitor = visit();
    const first = `${path}/who?v=7&lang=en`;
    expect((await visitor.get(`${path}?v=7&lang=en`)).headers.get('location')).toBe(first);
    const page = await (await visitor.get(first)).text();
    open.clock.advance(3 * SECOND);
    const shown = hiddenFields(page).shown!;
    // The address stands in the form: a script has cleaned the browser's own by now.
    const to = /<form method="post" action="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? 'nowhere';
    const yes = await visitor.post(to, { shown, intent: 'role', who: 'persona:buyer' });
    expect([yes.status, yes.headers.get('location')]).toEqual([303, `${path}?v=7&lang=en`]);
    expect(await rolesIn(desk, 'Dana Reyes')).toMatchObject([{ persona: 'buyer', by: 'self', open: true }]);
    expect(await text(`${path}?v=7`)).toMatch(/value="7" checked/);
    await visitor.get(path);
    open.clock.advance(3 * SECOND);
    const kept = await pressByHand(visitor, path, { q1: '7', go: 'send' });
    expect([kept.status, await responses()]).toEqual([303, [{ persona_id: 'buyer' }]]);
  });

  test('a yes to a role that a member ended meanwhile is taken down, and asks nothing', async () => {
    const [role] = await open.house.db
      .selectFrom('role_assignment')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    const ended = { roleId: role!.id, reason: 'Left the team', actor: desk.memberId };
    await closeRole(open.house, desk.workspace, ended);
    const { shown } = hiddenFields(await text(`${path}/who`));
    open.clock.advance(3 * SECOND);
    const yes = await visit().post(`${path}/who`, { shown: shown!, intent: 'role', who: 'persona:buyer' });
    expect([yes.status, await yes.text()]).toEqual([200, expect.stringContaining('There are no questions')]);
    expect((await visit().get(path)).headers.get('location')).toBe(`${path}/who`);
    expect(await rolesIn(desk, 'Dana Reyes')).toMatchObject([{ open: false }]);
  });

  test('a member chooses it for a send, and the page counts who is asked so before it is sent', async () => {
    const { waveId } = await draftWave(own, ['buyer']);
    await seat(own, { name: 'Devika Nair', personaIds: ['buyer'] });
    open.clock.advance(200 * DAY);
    await seat(own, { name: 'Ruth Achterberg', personaIds: ['buyer'] });
    const admin = await visit().signIn(ADMIN.email, ADMIN.password);
    const page = `/sends/${toSlug('wave', waveId)}`;
    const look = async (query: string) => (await admin.get(`${page}${query}`)).text();
    expect(await look('')).not.toContain('asked first whether');
    const chosen = await look('?chosen=1&persona=buyer&stale=ask_first');
    expect(chosen).toContain('asked first whether they still hold their role');
    expect(chosen).toContain('Send to 2 people at 1 account');
    const send = { intent: 'send', chosen: '1', persona: 'buyer', people: '2' };
    expect((await admin.post(page, { ...send, stale: 'leave_out' })).status).toBe(409);
    expect((await admin.post(page, { ...send, stale: 'ask_first' })).status).toBe(303);
    expect(await look('')).toContain('200 days ago, asked in this send');
    const asked = await open.house.db
      .selectFrom('invitation')
      .select('stale_confirmation')
      .where('workspace_id', '=', own.workspace.id)
      .execute();
    expect(asked.map((one) => one.stale_confirmation !== null).sort()).toEqual([false, true]);
  });
});
