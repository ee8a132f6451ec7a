import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import type { Desk } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { heardWave, scoresOf } from '#tests/support/heard.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { addMember, foundForeignWorkspace } from '#tests/support/members.ts';

const PICTURE = 'One picture of several personas, or of nobody’s';
const APART = 'What changed between two waves of which nothing can be said';

/** What is refused is written down, and read to see what wants explaining (DOMAIN R8). */
describe('what people keep asking for', () => {
  let open: TestHouse;
  let doors: OpenDoors;
  let desk: Desk;
  let admin: Visitor;
  let waveId: string;

  beforeAll(async () => {
    open = await openTestHouse();
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    waveId = await heardWave(desk, {
      end_user: scoresOf({ P: 5, Q: 3, D: 2 }),
      buyer: scoresOf({ P: 2, Q: 4, D: 4 }),
    });
    doors = await openDoors(open.house);
    admin = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(async () => {
    await doors.close();
    await open.close();
  });

  const both = () => `/results?wave=${toSlug('wave', waveId)}&persona=end_user&persona=buyer`;
  const page = async (visitor: Visitor) =>
    (await (await visitor.get('/settings/refused')).text())
      .replaceAll('<!-- -->', '')
      .replaceAll('&amp;', '&');
  const rows = () =>
    open.house.db
      .selectFrom('refusal')
      .select(['code', 'asked', 'actor'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('code', 'like', 'PERSONA_%')
      .execute();

  test('nothing is asked by opening a page, nor by naming one persona', async () => {
    expect(await page(admin)).toContain('Nothing was refused');
    await admin.get('/results');
    await admin.get(both().replace('&persona=buyer', ''));
    expect(await rows()).toEqual([]);
  });

  test('one figure over two personas is shown as asked for, with the way to what there is', async () => {
    const { email, password } = await addMember(open.house, desk.workspace, 'executive');
    const executive = await new Visitor(doors.origin).signIn(email, password);
    for (const visitor of [admin, executive, executive]) expect((await visitor.get(both())).status).toBe(200);
    const told = await page(admin);
    expect(told).toContain('One figure over end-users and buyers, Winter 2027');
    expect(told).toContain(`href="${both()}"`);
    expect((await rows()).map(({ code }) => code)).toEqual(['PERSONA_MIX', 'PERSONA_MIX']);
  });

  test('the same asker counts once a day, and again on the next', async () => {
    const before = (await rows()).length;
    await admin.get(both());
    expect(await rows()).toHaveLength(before);
    open.clock.advance(25 * 3_600_000);
    await admin.signIn(ADMIN.email, ADMIN.password);
    await admin.get(both());
    expect(await rows()).toHaveLength(before + 1);
  });

  test('what is written down holds ids alone, whatever was typed into the address', async () => {
    await admin.get(`${both()}&persona=%00%22%3Cscript%3E`);
    const kept = (await rows()).map(({ asked }) => asked);
    expect(new Set(kept)).toEqual(new Set([`{"results":"${waveId}","personas":["end_user","buyer"]}`]));
  });

  test.each([
    ['PERSONA_REQUIRED', 'Accounts in the order of their scores', '/committees?sort=score'],
    [
      'PERSONA_MIX',
      'Accounts in the order of their scores',
      '/committees.csv?sort=nps&persona=buyer,end_user',
    ],
    ['PERSONA_REQUIRED', 'Themes in one order over all personas', '/results/WAVE/themes?sort=overall'],
    ['PERSONA_MIX', PICTURE, '/overview/lane.png?wave=WAVE&persona=buyer&persona=end_user'],
    ['PERSONA_REQUIRED', PICTURE, '/overview/lane.png?wave=WAVE'],
    ['WAVES_APART', APART, '/overview?wave=WAVE&with=WAVE'],
    ['WAVES_APART', APART, '/overview.pdf?wave=WAVE&with=WAVE'],
    ['WAVES_APART', APART, '/overview/lines?wave=WAVE&with=WAVE'],
    ['WAVES_APART', APART, '/overview/lines.csv?wave=WAVE&with=WAVE'],
    ['WAVES_APART', APART, '/overview/shares?wave=WAVE&with=WAVE'],
  ])('%s on the desk is kept, and told as “%s”: %s', async (code, what, path) => {
    // A day of its own, or the same asker would count no second time.
    open.clock.advance(25 * 3_600_000);
    await admin.signIn(ADMIN.email, ADMIN.password);
    const since = open.clock.now();
    expect((await admin.get(path.replaceAll('WAVE', toSlug('wave', waveId)))).status).toBeLessThan(500);
    const kept = await open.house.db
      .selectFrom('refusal')
      .select(['code', 'actor'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('at', '>=', since)
      .execute();
    expect(kept).toEqual([{ code, actor: desk.memberId }]);
    expect(await page(admin)).toContain(what);
  });

  test('a sort, a list, a picture or a page that one persona is named for is no refusal', async () => {
    const slug = toSlug('wave', waveId);
    const refusals = () =>
      open.house.db
        .selectFrom('refusal')
        .select('id')
        .where('workspace_id', '=', desk.workspace.id)
        .execute();
    const before = await refusals();
    for (const path of [
      '/committees?sort=score&persona=buyer',
      '/committees.csv',
      `/results/${slug}/themes?persona=buyer`,
      `/overview/lane.png?wave=${slug}&persona=buyer`,
      `/overview?wave=${slug}`,
    ])
      expect((await admin.get(path)).status, path).toBe(200);
    expect(await refusals()).toEqual(before);
  });

  test('a name that sorts nobody in or out is among them', async () => {
    const form = { name: 'All contacts', base: 'buyer', definition: 'Everybody we know at the account.' };
    expect((await admin.post('/settings/personas', form)).status).toBe(422);
    expect(await page(admin)).toContain('A persona whose name says nothing about what people do');
  });

  test('another workspace reads nothing of it', async () => {
    const foreign = await foundForeignWorkspace(open.house);
    const stranger = await new Visitor(doors.origin).signIn(foreign.admin.email, foreign.admin.password);
    expect(await page(stranger)).toContain('Nothing was refused');
  });
});
