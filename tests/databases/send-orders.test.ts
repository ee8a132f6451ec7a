import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeRole } from '#app/audience/close-role.server.ts';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { recallUnsent } from '#app/delivery/recall-unsent.server.ts';
import { addressHash } from '#app/programme/address-hash.server.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { countOrdered } from '#app/programme/order/order.store.server.ts';
import { hasOrders, prepareOrders } from '#app/programme/order/prepare-orders.server.ts';
import { AT_ONCE, type QueueMessages, sendWave } from '#app/programme/send-wave.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { connect } from '#db/connection.ts';
import { importPeople, PERSONA } from '#tests/bench/prepare.ts';
import { anotherDesk, type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';

const MANY = AT_ONCE + 50;

describe.each(ENGINES)('a send to very many on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  let roleIds: string[];

  beforeAll(async () => {
    open = await openTestHouse({ engine });
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    desk = await anotherDesk(open.house, 'Very Many');
    await importPeople(desk, MANY);
    ({ waveId } = await draftWave(desk, [PERSONA]));
    roleIds = (await ready()).map(({ roleId }) => roleId);
    expect(roleIds).toHaveLength(MANY);
  });

  async function ready() {
    const sorted = await sortPiles(desk.house, desk.workspace, { waveId });
    if (sorted.kind !== 'sorted') throw new Error(sorted.kind);
    return sorted.piles.ready;
  }

  const send = () =>
    sendWave(
      desk.house,
      desk.workspace,
      { waveId, roleIds, actor: desk.memberId },
      queueMessages(desk.house),
      async () => ({ kind: 'ready' }),
    );
  const prepare = (queue: QueueMessages = queueMessages(desk.house)) => prepareOrders(desk.house, queue);
  const ordered = () => countOrdered(desk.house.db, desk.workspace, waveId);
  const unready = async () => (await ordered()).unready;

  /** Invitations, links to answer by and letters of the wave, and how many roles they are for. */
  async function made() {
    const { db, close } = connect(desk.house.env.databaseUrl);
    const rows = await db
      .selectFrom('invitation as i')
      .leftJoin('link', (on) => on.onRef('link.invitation_id', '=', 'i.id').on('link.kind', '=', 'answer'))
      .leftJoin('outbound_message as m', 'm.invitation_id', 'i.id')
      .select(['i.role_assignment_id as role', 'link.token_hash as link', 'm.id as letter', 'm.state'])
      .where('i.workspace_id', '=', desk.workspace.id)
      .where('i.wave_id', '=', waveId)
      .execute();
    await close();
    return {
      rows: rows.length,
      roles: new Set(rows.map(({ role }) => role)).size,
      links: rows.filter(({ link }) => link !== null).length,
      letters: rows.filter(({ letter }) => letter !== null).length,
      queued: rows.filter(({ state }) => state === 'queued').length,
    };
  }
  const whole = (count: number) => ({
    rows: count,
    roles: count,
    links: count,
    letters: count,
    queued: count,
  });

  async function known() {
    const { db, close } = connect(desk.house.env.databaseUrl);
    const lane = await db
      .selectFrom('wave_lane')
      .select('known_people')
      .where('wave_id', '=', waveId)
      .executeTakeFirstOrThrow();
    await close();
    return lane.known_people;
  }

  test('is decided in one commit and made ready after it, everybody once', async () => {
    expect(await send()).toMatchObject({ kind: 'sent', invited: MANY, unready: MANY, heldBack: [] });
    expect(await made()).toEqual(whole(0));
    expect(await unready()).toBe(MANY);
    expect(await known()).toBe(MANY);
    // They are asked already, for whoever looks and for whoever presses twice.
    expect(new Set((await ready()).map(({ held }) => held?.reason))).toEqual(new Set(['invited']));
    expect(await send()).toMatchObject({ kind: 'sent', invited: 0, already: MANY });
    await prepare();
    expect(await made()).toEqual(whole(MANY));
    expect(await unready()).toBe(0);
    expect(await hasOrders(desk.house)).toBe(false);
    await prepare();
    expect(await made()).toEqual(whole(MANY));
  });

  test('makes ready apart whatever it looked at ahead, also where few of it are left to ask', async () => {
    const few = roleIds.slice(0, 100);
    const { house, workspace, memberId: actor } = desk;
    await sendWave(house, workspace, { waveId, roleIds: few, actor }, queueMessages(house));
    expect(await made()).toEqual(whole(100));
    expect(await send()).toMatchObject({ invited: MANY - 100, already: 100, unready: MANY - 100 });
    expect(await made()).toEqual(whole(100));
    await prepare();
    expect(await made()).toEqual(whole(MANY));
  });

  test('loses nobody where making ready breaks off, and asks nobody twice where two do it at once', async () => {
    await send();
    let parts = 0;
    const breaking: QueueMessages = async (...part) => {
      parts += 1;
      await queueMessages(desk.house)(...part);
      if (parts === 3) throw new Error('The disk went away.');
    };
    await expect(prepare(breaking)).rejects.toThrow('The disk went away.');
    const before = await made();
    expect(before).toEqual(whole(before.rows));
    expect(before.rows).toBeGreaterThan(0);
    expect((await unready()) + before.rows).toBe(MANY);
    await Promise.all([prepare(), prepare(), prepare()]);
    expect(await made()).toEqual(whole(MANY));
    expect(await unready()).toBe(0);
  });

  test('leaves out whoever cannot be asked by then, and says how many', async () => {
    await send();
    const candidates = await ready();
    const [left, unwilling] = [candidates[0]!, candidates[MANY - 1]!];
    const { house, workspace, memberId: actor } = desk;
    await closeRole(house, workspace, { roleId: left.roleId, reason: 'left', actor });
    const hash = addressHash(house.env.appSecret, unwilling.email!);
    const { db, close } = connect(house.env.databaseUrl);
    await db
      .insertInto('suppression')
      .values({
        ...{ workspace_id: workspace.id, address_hash: hash, domain: 'a.example' },
        ...{ reason: 'asked' as const, created_at: 1 },
      })
      .execute();
    await prepare();
    const order = await db
      .selectFrom('send_order')
      .select(['roles', 'invited', 'left_out as leftOut'])
      .where('wave_id', '=', waveId)
      .executeTakeFirstOrThrow();
    await close();
    expect(order).toEqual({ roles: MANY, invited: MANY - 2, leftOut: 2 });
    expect(await made()).toEqual(whole(MANY - 2));
    expect(await ordered()).toEqual({ unready: 0, leftOut: 2 });
  });

  test('closing and taking back end what is not ready too', async () => {
    await send();
    const { house, workspace, memberId: actor } = desk;
    const recalled = await recallUnsent(house, workspace, { waveId, actor });
    expect(recalled).toEqual({ kind: 'recalled', letters: MANY });
    await prepare();
    expect(await made()).toEqual(whole(0));
    await send();
    expect(await unready()).toBe(MANY);
    await closeWave(house, workspace, { waveId, actor }, endWithWave);
    expect(await unready()).toBe(0);
    await prepare();
    expect(await made()).toEqual(whole(0));
  });

  test('waits while its programme is paused, and goes on after', async () => {
    await send();
    const { db, close } = connect(desk.house.env.databaseUrl);
    const turn = (state: 'paused' | 'live') =>
      db.updateTable('programme').set({ state }).where('workspace_id', '=', desk.workspace.id).execute();
    await turn('paused');
    await prepare();
    expect(await unready()).toBe(MANY);
    await turn('live');
    await close();
    await prepare();
    expect(await made()).toEqual(whole(MANY));
  });
});
