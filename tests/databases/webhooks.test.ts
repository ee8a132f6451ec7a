import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimHand } from '#app/followup/hook/sending/claim.store.server.ts';
import { settleDelivery } from '#app/followup/hook/sending/delivery.store.server.ts';
import { sendAgain } from '#app/followup/hook/sending/send-again.server.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { isSignedBy } from '#tests/support/hook-receiver.ts';
import { HookStage, subjectsOf } from '#tests/support/hook-stage.ts';
import { changed, makeEndpoint, tellIn } from '#tests/support/hooks.ts';

const LEASE = MINUTE;

describe.each(ENGINES)('webhooks, on %s', (engine) => {
  let stage: HookStage;
  let house: House;
  beforeAll(async () => {
    stage = await HookStage.open(engine);
    house = stage.open.house;
  });
  afterAll(() => stage.close());

  test('an event is kept with what happened, or not at all, and each thing is told once', async () => {
    const desk = await stage.fresh();
    const undone = house.db.transaction().execute(async (tx) => {
      expect(await tellIn(tx, house, desk.workspace, [changed(house, 'undone')])).toBe(1);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await stage.say(desk, 'one')).toBe(1);
    stage.open.clock.advance(1);
    expect(await Promise.all([stage.say(desk, 'one', 'two'), stage.say(desk, 'two', 'one')])).toContain(1);
    await stage.deliver();
    expect(subjectsOf(stage.receiver)).toEqual(['one', 'two']);
    expect(await stage.states(desk)).toEqual(['delivered', 'delivered']);
  });

  test('a post carries the headers of Standard Webhooks, and its id and signature hold over every attempt', async () => {
    const desk = await stage.fresh();
    await stage.say(desk, 'one');
    stage.receiver.answer = () => (stage.receiver.heard.length < 3 ? 500 : 204);
    for (const wait of [0, 5 * SECOND, 5 * MINUTE]) {
      stage.open.clock.advance(wait);
      await stage.deliver();
    }
    const [first, ...others] = stage.receiver.heard;
    expect(stage.receiver.heard).toHaveLength(3);
    expect(new Set(stage.receiver.heard.map(({ id }) => id)).size).toBe(1);
    expect(first!.id).toMatch(/^evt_[0-9a-z]{26}$/);
    expect(others.every(({ body }) => body === first!.body)).toBe(true);
    expect(stage.receiver.heard.every((one) => isSignedBy(desk.secret, one))).toBe(true);
    expect(isSignedBy(`whsec_${Buffer.alloc(32).toString('base64')}`, first!)).toBe(false);
    expect(await stage.log(desk)).toMatchObject([{ state: 'delivered', attempts: 3, status: 204 }]);
    expect((await stage.endpoint(desk))?.failingSince).toBeNull();
  });

  test('what fails holds up what comes after it, in its own endpoint and no stage.other', async () => {
    const desk = await stage.fresh();
    await makeEndpoint(desk, stage.other.url);
    stage.receiver.answer = () => 503;
    await stage.say(desk, 'one', 'two', 'three');
    await stage.deliver();
    expect(subjectsOf(stage.receiver)).toEqual(['one']);
    expect(subjectsOf(stage.other)).toEqual(['one', 'two', 'three']);
    stage.receiver.answer = () => 200;
    stage.open.clock.advance(4 * SECOND);
    await stage.deliver();
    expect(stage.receiver.heard).toHaveLength(1);
    stage.open.clock.advance(SECOND);
    await stage.deliver();
    expect(subjectsOf(stage.receiver)).toEqual(['one', 'one', 'two', 'three']);
  });

  test('it is given up after ten attempts in three days, and can be sent again under its id', async () => {
    const desk = await stage.fresh();
    stage.receiver.answer = ({ body }) => (body.includes('fol_bad"') ? 500 : 200);
    await stage.say(desk, 'bad');
    stage.open.clock.advance(1);
    await stage.say(desk, 'good');
    for (let hours = 0; hours < 80; hours += 1) {
      await stage.deliver();
      stage.open.clock.advance(HOUR);
    }
    await stage.deliver();
    expect(await stage.states(desk)).toEqual(['given_up', 'delivered']);
    expect(await stage.log(desk)).toMatchObject([
      {},
      { attempts: 10, status: 500, reason: 'It answered 500.' },
    ]);
    stage.receiver.answer = () => 200;
    const { id, workspace, memberId: actor } = desk;
    const since = stage.open.clock.now() - 5 * DAY;
    const [, bad] = await stage.log(desk);
    const early = { since: stage.open.clock.now() };
    expect(await sendAgain(house, workspace, { id, again: early, actor })).toMatchObject({ deliveries: 0 });
    expect(await sendAgain(house, workspace, { id, again: { since }, actor })).toMatchObject({
      deliveries: 1,
    });
    await stage.deliver();
    expect(await stage.states(desk)).toEqual(['delivered', 'delivered']);
    await sendAgain(house, workspace, { id, again: { eventId: bad!.id }, actor });
    await stage.deliver();
    const ids = stage.receiver.heard.filter(({ body }) => body.includes('fol_bad"')).map((one) => one.id);
    expect(ids).toHaveLength(12);
    expect(new Set(ids).size).toBe(1);
    expect((await stage.acts(desk)).filter((act) => act.startsWith('replay_webhook'))).toHaveLength(3);
  });

  test('a hand whose process died comes back when its lease is over; the dead one settles nothing', async () => {
    const desk = await stage.fresh();
    await stage.say(desk, 'one', 'two');
    const { db } = house;
    const claim = () =>
      claimHand(db, engine, desk.workspace, {
        ...{ endpointId: desk.id, now: stage.open.clock.now(), leaseMs: LEASE, most: 20 },
      });
    const hands = await Promise.all([claim(), claim(), claim()]);
    const [dead, ...none] = hands.filter((hand) => hand.length > 0);
    expect(none).toEqual([]);
    expect(dead).toHaveLength(2);
    await stage.deliver();
    expect(stage.receiver.heard).toHaveLength(0);
    stage.open.clock.advance(LEASE + 1);
    await stage.deliver();
    expect(subjectsOf(stage.receiver)).toEqual(['one', 'two']);
    const late = {
      state: 'waiting' as const,
      attempts: 1,
      nextAt: 0,
      status: 500,
      reason: 'late',
      tookMs: 1,
    };
    const settled = await settleDelivery(db, desk.workspace, dead![0]!, { ...late, settledAt: null });
    expect(settled).toBe(false);
    expect(await stage.states(desk)).toEqual(['delivered', 'delivered']);
  });
});
