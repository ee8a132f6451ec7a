import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY, SECOND } from '#app/platform/clock.ts';
import { insertProgramme } from '#app/programme/programme.store.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { anotherDesk, type Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { dumpDatabase } from '#tests/support/dump.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { SHARED_KEY as KEY, LinkVisitor } from '#tests/support/link-visitor.ts';
import { hiddenFields } from '#tests/support/respond.ts';
import { shareFor } from '#tests/support/shared-links.ts';

describe.each(ENGINES)('one answer per device, and hands instead of machines, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;

  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    desk = await anotherDesk(open.house, 'Sharing');
  });

  const visitor = (token: string) => new LinkVisitor(open.house, token);
  const responses = () =>
    open.house.db
      .selectFrom('response')
      .select(['wave_id', 'persona_id', 'source', 'invitation_id', 'person_id', 'account_id'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
  const held = () =>
    open.house.db
      .selectFrom('held_response')
      .select(['persona_id', 'reason', 'decision', 'invitation_id', 'account_id', 'shared_link_id'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
  const devices = async () =>
    (
      await open.house.db
        .selectFrom('shared_link_device')
        .select('device_hash')
        .where('workspace_id', '=', desk.workspace.id)
        .execute()
    ).map(({ device_hash }) => device_hash);
  const everything = () => dumpDatabase(open.house.env.databaseUrl);
  const heard = async () => {
    await countWaiting(open.house);
    return open.house.db
      .selectFrom('lane_heard')
      .select(['persona_id', 'responses'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
  };

  test('the page of one persona passes for no other', async () => {
    const { token } = await shareFor(desk, ['buyer', 'end_user'], { shared: 'counted' });
    const browser = visitor(token);
    const form = await browser.form('buyer');
    const sent = await browser.send('end_user', { ...form, moved: '1', [KEY]: '9' });
    expect(sent.body).toContain('One more press');
    expect(await responses()).toEqual([]);
    expect(await held()).toMatchObject([{ persona_id: 'end_user', reason: 'machine' }]);
  });

  test('one device answers once, and is told so plainly', async () => {
    const { token } = await shareFor(desk, ['buyer', 'end_user'], { shared: 'counted' });
    const browser = visitor(token);
    await browser.choose('buyer');
    const early = await browser.form('end_user');
    expect((await browser.answer('buyer')).status).toBe(303);
    expect((await browser.page('end_user')).body).toContain('This device has answered.');
    const again = await browser.send('end_user', { ...early, moved: '1', [KEY]: '2' });
    expect(again.status).toBe(409);
    expect(again.body).toContain('Nothing more was kept just now.');
    expect(await responses()).toHaveLength(1);
    expect((await visitor(token).answer('end_user')).status).toBe(303);
    expect(await responses()).toHaveLength(2);
  });

  test('a device that lost its mark is another device, and a forged mark takes nobody’s answer away', async () => {
    const { token } = await shareFor(desk, ['buyer'], { shared: 'counted' });
    const browser = visitor(token);
    await browser.choose('buyer');
    await browser.answer('buyer');
    const own = browser.cookies;
    const [hash] = await devices();
    expect(own).not.toContain(hash);
    for (const forged of [`device=${hash}`, 'device=', `device=${'x'.repeat(43)}`, 'device=%00', '']) {
      const other = visitor(token);
      other.cookies = forged;
      expect((await other.answer('buyer')).status).toBe(303);
    }
    expect(await responses()).toHaveLength(6);
    browser.cookies = own;
    expect((await browser.page('buyer')).body).toContain('This device has answered.');
  });

  test('two answers at once from one device are one, and the same page twice is one', async () => {
    const { token } = await shareFor(desk, ['buyer'], { shared: 'counted' });
    const browser = visitor(token);
    await browser.choose('buyer');
    const [one, other] = [await browser.form('buyer'), await browser.form('buyer')];
    const press = (form: Record<string, string>, value: string) =>
      browser.send('buyer', { ...form, moved: '1', [KEY]: value });
    const all = () => Promise.all([press(one, '9'), press(one, '9'), press(other, '1'), press(one, '9')]);
    const sent = (await all()).map(({ status }) => status);
    expect([[303, 303, 409, 303].join(), [409, 409, 303, 409].join()]).toContain(sent.join());
    expect((await all()).map(({ status }) => status)).toEqual(sent);
    expect(await responses()).toHaveLength(1);
    expect(await heard()).toEqual([{ persona_id: 'buyer', responses: 1 }]);
  });

  test('held answers keep the same promises', async () => {
    const { token } = await shareFor(desk, ['buyer'], { shared: 'held' });
    const browser = visitor(token);
    await browser.choose('buyer');
    const [one, other] = [await browser.form('buyer'), await browser.form('buyer')];
    const press = (form: Record<string, string>) =>
      browser.send('buyer', { ...form, moved: '1', [KEY]: '9' });
    const sent = await Promise.all([press(one), press(one), press(other)]);
    expect(await held()).toHaveLength(1);
    const again = await Promise.all([press(one), press(one), press(other)]);
    expect(again.map(({ status }) => status)).toEqual(sent.map(({ status }) => status));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303, 409]));
    expect(await held()).toHaveLength(1);
  });

  test('where devices may answer again, each page is one answer', async () => {
    const { token } = await shareFor(desk, ['buyer'], { shared: 'counted', onePerDevice: false });
    const browser = visitor(token);
    const chosen = await browser.choose('buyer');
    expect(chosen.headers).not.toHaveProperty('set-cookie');
    const form = await browser.form('buyer');
    for (const _ of [1, 2]) await browser.send('buyer', { ...form, moved: '1', [KEY]: '9' });
    await browser.answer('buyer');
    expect(await responses()).toHaveLength(2);
    expect(await devices()).toEqual([]);
  });

  test.each(['counted', 'held'] as const)(
    'in an unlinkable programme %s answers tell neither a moment nor an order, and the same page is still one',
    async (shared) => {
      const programmeId = open.house.ids.make();
      await insertProgramme(open.house.db, desk.workspace, {
        ...{ id: programmeId, name: 'Unlinkable', state: 'live', confidentiality: 'unlinkable' },
        ...{ origin: 'asked', inDoubt: 'hold', senderName: 'Ifeoma', ownerId: desk.memberId, createdAt: 0 },
      });
      const { token } = await shareFor(desk, ['buyer'], { shared, onePerDevice: false, programmeId });
      const form = await visitor(token).form('buyer');
      for (const _ of [1, 2])
        expect((await visitor(token).send('buyer', { ...form, moved: '1', [KEY]: '9' })).status).toBe(303);
      const kept = await open.house.db
        .selectFrom(shared === 'counted' ? 'response' : 'held_response')
        .select(['id', 'submit_id', 'received_at'])
        .where('workspace_id', '=', desk.workspace.id)
        .execute();
      expect(kept).toHaveLength(1);
      expect(kept[0]!.received_at % DAY).toBe(0);
      expect(kept[0]!.submit_id).not.toBe(form.submit_id);
      // A UUID of version 7 begins with its moment.
      expect(kept[0]!.id.charAt(14)).toBe('4');
    },
  );

  test('nothing joins the mark of a device to its answer', async () => {
    const { token } = await shareFor(desk, ['buyer'], { shared: 'counted' });
    const browser = visitor(token);
    await browser.choose('buyer');
    await browser.answer('buyer');
    const [hash] = await devices();
    const all = await everything();
    expect(all.split(hash!)).toHaveLength(2);
    expect(all).not.toContain(browser.cookies.split('=')[1]!);
  });

  test.each([
    ['without a page', { submit_id: 'made-up' }],
    ['with the unseen field filled in', { website: 'https://spam.example' }],
    ['faster than a hand', { moved: '' }],
  ])('a press %s is held, and one more by hand counts', async (_, spoiled) => {
    const { token } = await shareFor(desk, ['buyer'], { shared: 'counted' });
    const browser = visitor(token);
    const form = await browser.form('buyer');
    const asked = await browser.send('buyer', { ...form, moved: '1', [KEY]: '9', ...spoiled });
    expect(asked.status).toBe(200);
    expect(asked.body).toContain('One more press');
    expect(await responses()).toEqual([]);
    expect(await held()).toMatchObject([{ reason: 'machine', decision: null }]);
    const again = hiddenFields(asked.body);
    open.clock.advance(2 * SECOND);
    const fields = Object.fromEntries(Object.entries(again).map(([name, [value]]) => [name, value!]));
    expect((await browser.send('buyer', { ...fields, go: 'send' })).status).toBe(303);
    expect(await responses()).toHaveLength(1);
    expect(await held()).toMatchObject([{ reason: 'machine', decision: 'answered' }]);
  });

  test('a hand after a machine is held where the link holds', async () => {
    const { token } = await shareFor(desk, ['buyer'], { shared: 'held' });
    const browser = visitor(token);
    const form = await browser.form('buyer');
    await browser.send('buyer', { ...form, website: 'x', moved: '1', [KEY]: '9' });
    await browser.send('buyer', { ...form, moved: '1', [KEY]: '9' });
    const rows = (await held()).map(({ reason, decision }) => `${reason} ${decision}`).sort();
    expect(rows).toEqual(['machine answered', 'self_declared null']);
    expect(await responses()).toEqual([]);
  });
});
