import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listHeld } from '#app/answering/held/list-held.server.ts';
import { readOver } from '#app/answering/shared/read-over.server.ts';
import { saveFlows } from '#app/answering/shared/shared-flow.store.server.ts';
import { type Limit, PLACES } from '#app/answering/shared/shared-limit.ts';
import { flowsOf } from '#app/answering/shared/shared-places.ts';
import { networkHash } from '#app/answering/shared/shared-visit.server.ts';
import { startSweeping } from '#app/answering/start-sweeping.server.ts';
import { DAY, SECOND } from '#app/platform/clock.ts';
import { renewSharedLink } from '#app/programme/shared-link/renew-shared-link.server.ts';
import { anotherDesk, type Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { SHARED_KEY as KEY, LinkVisitor } from '#tests/support/link-visitor.ts';
import { hiddenFields } from '#tests/support/respond.ts';
import { shareFor, tokenNow } from '#tests/support/shared-links.ts';

describe.each(ENGINES)('more through a shared link than it takes, on %s', (engine) => {
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

  const visitor = (token: string, address = '203.0.113.7') =>
    Object.assign(new LinkVisitor(open.house, token), { address });
  const rows = async (table: 'response' | 'held_response' | 'shared_link_device') =>
    (
      await open.house.db
        .selectFrom(table)
        .select('workspace_id')
        .where('workspace_id', '=', desk.workspace.id)
        .execute()
    ).length;
  const flows = () =>
    open.house.db
      .selectFrom('shared_link_flow')
      .select(['flow', 'empty_at'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
  /** Leaves so many places of a limit: for the address of every visitor who has no other, or for the link as a whole. */
  const leave = (linkId: string, what: Limit, places: number) => {
    const from = { house: open.house, token: '' };
    const network = networkHash(from, { id: linkId }, '203.0.113.7');
    const flow = flowsOf({ generation: 1, network })[what];
    const emptyAt = open.clock.now() + (DAY / PLACES[what]) * (PLACES[what] - places);
    return saveFlows(open.house.db, desk.workspace, [{ linkId, flow, emptyAt }]);
  };
  const tally = (all: readonly { status: number }[]) =>
    Object.fromEntries([...Map.groupBy(all, ({ status }) => status)].map(([k, { length }]) => [k, length]));

  test('a storm from one address ends at its places, and people elsewhere answer on', async () => {
    const { token, linkId } = await shareFor(desk, ['buyer'], { shared: 'counted' });
    await leave(linkId, 'network', 40);
    const answer = { moved: '1', [KEY]: '0', website: 'x' };
    const storm = Array.from({ length: 150 }, (_, i) =>
      visitor(token).send('buyer', { ...answer, submit_id: `storm-${i}` }),
    );
    expect(tally(await Promise.all(storm))).toEqual({ 200: 40, 429: 110 });
    expect(await rows('held_response')).toBe(40);
    expect((await visitor(token).answer('buyer')).status).toBe(429);
    expect((await visitor(token, '198.51.100.9').answer('buyer')).status).toBe(303);
    expect(await readOver(open.house.db, desk.workspace, linkId)).toMatchObject([
      { what: 'network', answers: 0 },
    ]);
  });

  test('two processes at one database give no more places than one', async () => {
    const { token, linkId } = await shareFor(desk, ['buyer'], { shared: 'counted', onePerDevice: false });
    await leave(linkId, 'network', 12);
    await leave(linkId, 'counted', 7);
    const database = { url: open.house.env.databaseUrl, drop: async () => {} };
    const other = await openTestHouse({ database });
    const houses = [open.house, other.house];
    const forms = await Promise.all(Array.from({ length: 40 }, () => visitor(token).form('buyer')));
    const sent = await Promise.all(
      forms.map((form, i) =>
        new LinkVisitor(houses[i % 2]!, token).send('buyer', { ...form, moved: '1', [KEY]: '9' }),
      ),
    );
    expect(tally(sent)).toEqual({ 303: 12, 429: 28 });
    expect([await rows('response'), await rows('held_response')]).toEqual([7, 5]);
    await other.close();
  });

  test('a network of IPv6 is one, whichever of its addresses presses, and is kept as no address', async () => {
    const { token } = await shareFor(desk, ['buyer'], { onePerDevice: false });
    for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:9::9', '2001:db8:1:3::1'])
      expect((await visitor(token, address).answer('buyer')).status).toBe(303);
    const kept = (await flows()).map(({ flow }) => flow).sort();
    expect(kept).toHaveLength(4);
    expect(kept.join()).not.toMatch(/2001|db8/);
  });

  test('over its limit the page keeps what was typed, says when, and the same page counts later', async () => {
    const { token, linkId } = await shareFor(desk, ['buyer'], { shared: 'counted' });
    await leave(linkId, 'kept', 0);
    const browser = visitor(token);
    await browser.choose('buyer');
    const form = { ...(await browser.form('buyer')), moved: '1', [KEY]: '9' };
    const refused = await browser.send('buyer', form);
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('9');
    expect(refused.body).toContain('in 1 minute');
    expect([await rows('response'), await rows('held_response'), await rows('shared_link_device')]).toEqual([
      0, 0, 0,
    ]);
    const carried = Object.fromEntries(
      Object.entries(hiddenFields(refused.body)).map(([name, [value]]) => [name, value!]),
    );
    expect(carried).toMatchObject({ [KEY]: '9', submit_id: form.submit_id, shown: form.shown });
    open.clock.advance(9 * SECOND);
    expect((await browser.send('buyer', { ...carried, go: 'send' })).status).toBe(303);
    expect([await rows('response'), await rows('held_response')]).toEqual([1, 0]);
  });

  test('a page that was received before hears so again, however full the link is', async () => {
    const { token, linkId } = await shareFor(desk, ['buyer'], { shared: 'counted', onePerDevice: false });
    const browser = visitor(token);
    const form = { ...(await browser.form('buyer')), moved: '1', [KEY]: '9' };
    expect((await browser.send('buyer', form)).status).toBe(303);
    await leave(linkId, 'kept', 0);
    expect((await browser.send('buyer', form)).status).toBe(303);
    expect(await rows('response')).toBe(1);
  });

  test('past the counted places answers are held, exactly, with their reason, and people are told', async () => {
    const { token, linkId } = await shareFor(desk, ['buyer'], { shared: 'counted', onePerDevice: false });
    await leave(linkId, 'counted', 10);
    const forms = await Promise.all(Array.from({ length: 25 }, () => visitor(token).form('buyer')));
    const sent = await Promise.all(
      forms.map((form, i) =>
        visitor(token, `192.0.2.${i}`).send('buyer', { ...form, moved: '1', [KEY]: '9' }),
      ),
    );
    expect(tally(sent)).toEqual({ 303: 25 });
    expect([await rows('response'), await rows('held_response')]).toEqual([10, 15]);
    const told = sent.map(({ headers }) => headers.location!.split('?')[1]);
    expect(told.filter((said) => said === 'sent=held')).toHaveLength(15);
    expect((await visitor(token).page('buyer', 'sent=held')).body).toContain(
      'looks at each answer before it counts',
    );
    expect(await readOver(open.house.db, desk.workspace, linkId)).toMatchObject([
      { what: 'counted', answers: 15 },
    ]);
    const { held: lines } = await listHeld(open.house.db, desk.workspace, {
      filter: { state: 'waiting', search: '' },
    });
    expect(lines[0]!.why).toContain('More answers came through this link that day than it counts unseen.');
  });

  test('many presses of one device take one place', async () => {
    const { token, linkId } = await shareFor(desk, ['buyer'], { shared: 'counted' });
    await leave(linkId, 'counted', 2);
    const browser = visitor(token);
    await browser.choose('buyer');
    const forms = await Promise.all(Array.from({ length: 8 }, () => browser.form('buyer')));
    const sent = await Promise.all(
      forms.map((form) => browser.send('buyer', { ...form, moved: '1', [KEY]: '9' })),
    );
    expect(tally(sent)).toEqual({ 303: 1, 409: 7 });
    expect((await visitor(token).answer('buyer')).status).toBe(303);
    expect([await rows('response'), await rows('held_response')]).toEqual([2, 0]);
  });

  test('a new address begins anew, and what is empty again is forgotten', async () => {
    const { token, linkId, waveId } = await shareFor(desk, ['buyer'], { shared: 'counted' });
    await leave(linkId, 'kept', 0);
    expect((await visitor(token).answer('buyer')).status).toBe(429);
    await renewSharedLink(open.house, desk.workspace, { waveId, actor: desk.memberId });
    expect((await visitor((await tokenNow(desk, waveId))!).answer('buyer')).status).toBe(303);
    open.clock.advance(DAY);
    const sweeping = startSweeping(open.house);
    await expect.poll(flows).toEqual([]);
    await sweeping.stop();
  });
});
