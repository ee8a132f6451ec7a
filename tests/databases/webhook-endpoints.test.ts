import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deleteEndpoint } from '#app/followup/hook/endpoint/delete-endpoint.server.ts';
import { endFormerSecret } from '#app/followup/hook/endpoint/end-former-secret.server.ts';
import { readEndpoint } from '#app/followup/hook/endpoint/read-endpoint.server.ts';
import { rotateSecret } from '#app/followup/hook/endpoint/rotate-secret.server.ts';
import { switchEndpoint } from '#app/followup/hook/endpoint/switch-endpoint.server.ts';
import { forgetOldEvents } from '#app/followup/hook/event/forget-old-events.server.ts';
import { sendAgain } from '#app/followup/hook/sending/send-again.server.ts';
import { sendTest } from '#app/followup/hook/sending/send-test.server.ts';
import { DAY, HOUR, MINUTE } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { anotherDesk, type Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { isSignedBy } from '#tests/support/hook-receiver.ts';
import { HookStage, subjectsOf } from '#tests/support/hook-stage.ts';
import { makeEndpoint } from '#tests/support/hooks.ts';

describe.each(ENGINES)('an endpoint of webhooks, on %s', (engine) => {
  let stage: HookStage;
  let house: House;
  beforeAll(async () => {
    stage = await HookStage.open(engine);
    house = stage.open.house;
  });
  afterAll(() => stage.close());

  const noticesOf = ({ workspace }: Desk) =>
    house.db.selectFrom('notice').selectAll().where('workspace_id', '=', workspace.id).execute();

  test('whoever says 410 is disabled at once, and what happens meanwhile is sent once they are on again', async () => {
    const desk = await stage.fresh();
    stage.receiver.answer = () => 410;
    await stage.say(desk, 'one');
    await stage.deliver();
    expect(await stage.endpoint(desk)).toMatchObject({
      state: 'disabled',
      disabledWhy: expect.stringContaining('410'),
    });
    stage.open.clock.advance(DAY);
    await stage.say(desk, 'two');
    await stage.deliver();
    expect(stage.receiver.heard).toHaveLength(1);
    const notices = await noticesOf(desk);
    expect(notices).toMatchObject([{ kind: 'webhook', state: 'queued' }]);
    expect(notices[0]!.body).toContain(`/settings/webhooks/end_`);
    stage.receiver.answer = () => 200;
    await switchEndpoint(house, desk.workspace, { id: desk.id, to: 'on', actor: desk.memberId });
    await stage.deliver();
    expect(subjectsOf(stage.receiver)).toEqual(['one', 'one', 'two']);
    expect((await stage.acts(desk)).map((act) => act.split(' ')[0]).sort()).toEqual([
      ...['create_webhook', 'disable_webhook', 'switch_webhook'],
    ]);
  });

  test('after five days without one success it is disabled and its maker told, once', async () => {
    const desk = await stage.fresh();
    stage.receiver.answer = () => (answer) => answer.destroy();
    await stage.say(desk, 'one', 'two', 'three');
    for (let hours = 0; hours <= 5 * 24; hours += 1) {
      expect((await stage.endpoint(desk))?.state).toBe('on');
      await stage.deliver();
      stage.open.clock.advance(HOUR);
    }
    expect(await stage.endpoint(desk)).toMatchObject({
      state: 'disabled',
      disabledWhy: expect.stringContaining('five days'),
    });
    await stage.deliver();
    expect(await noticesOf(desk)).toHaveLength(1);
    expect(await stage.states(desk)).toContain('waiting');
  });

  test('one event given up, and a fault weeks later, are no five days of failing', async () => {
    const desk = await stage.fresh();
    stage.receiver.answer = () => 500;
    await stage.say(desk, 'refused');
    for (let hours = 0; hours <= 4 * 24; hours += 1) {
      await stage.deliver();
      stage.open.clock.advance(HOUR);
    }
    expect(await stage.states(desk)).toEqual(['given_up']);
    stage.open.clock.advance(20 * 24 * HOUR);
    await stage.say(desk, 'later');
    await stage.deliver();
    expect(await stage.endpoint(desk)).toMatchObject({ state: 'on' });
    expect(await stage.states(desk)).toEqual(['given_up', 'waiting']);
    stage.receiver.answer = () => 200;
    stage.open.clock.advance(MINUTE);
    await stage.deliver();
    expect(await stage.states(desk)).toEqual(['given_up', 'delivered']);
  });

  test('while it is off nothing is kept for it', async () => {
    const desk = await stage.fresh();
    const turn = (to: 'on' | 'off') =>
      switchEndpoint(house, desk.workspace, { id: desk.id, to, actor: desk.memberId });
    await stage.say(desk, 'before');
    await turn('off');
    stage.open.clock.advance(1);
    expect(await stage.say(desk, 'meanwhile')).toBe(0);
    await stage.deliver();
    expect(stage.receiver.heard).toHaveLength(0);
    stage.open.clock.advance(1);
    await turn('on');
    await stage.say(desk, 'after');
    await stage.deliver();
    expect(subjectsOf(stage.receiver)).toEqual(['before', 'after']);
  });

  test('two secrets sign for a day, or until the former one is ended', async () => {
    const desk = await stage.fresh();
    const { id, workspace, memberId: actor } = desk;
    const rotate = async () => {
      const rotated = await rotateSecret(house, workspace, { id, actor });
      if (rotated.kind !== 'rotated') throw new Error(rotated.kind);
      return rotated.secret;
    };
    const signers = async (...secrets: string[]) => {
      await stage.say(desk, String(stage.open.clock.now()));
      await stage.deliver();
      return secrets.map((secret) => isSignedBy(secret, stage.receiver.heard.at(-1)!));
    };
    const second = await rotate();
    expect(await signers(desk.secret, second)).toEqual([true, true]);
    stage.open.clock.advance(DAY);
    expect(await signers(desk.secret, second)).toEqual([false, true]);
    const third = await rotate();
    stage.open.clock.advance(1);
    expect(await signers(desk.secret, second, third)).toEqual([false, true, true]);
    await endFormerSecret(house, workspace, { id, actor });
    stage.open.clock.advance(1);
    expect(await signers(second, third)).toEqual([false, true]);
    const kept = JSON.stringify(await stage.acts(desk));
    for (const secret of [desk.secret, second, third]) expect(kept).not.toContain(secret.slice(6));
  });

  test('names and words go only to who carries them; a chat gets a line that names the persona', async () => {
    const desk = await stage.fresh();
    await makeEndpoint(desk, stage.other.url, { format: 'slack', carriesNames: true });
    await stage.say(desk, 'one');
    await stage.deliver();
    expect(stage.receiver.heard[0]!.body).not.toMatch(/canary|acme"/i);
    expect(JSON.parse(stage.receiver.heard[0]!.body)).toMatchObject({
      ...{ type: 'follow_up.changed', data: { persona: { id: 'buyer', name: 'Buyer' }, state: 'doing' } },
    });
    const { text } = JSON.parse(stage.other.heard[0]!.body);
    expect(text).toContain('A follow-up for Buyer (Ann Canary, Acme) is being worked on');
    expect(text).toContain('> They wrote: canary');
    expect(stage.other.heard[0]!.headers['webhook-signature']).toBeUndefined();
  });

  test('a test goes to one endpoint whatever it wants, and stands in its log', async () => {
    const desk = await stage.fresh({ kinds: ['wave.sent'] });
    const { id, workspace, memberId: actor } = desk;
    expect(await sendTest(house, workspace, { id, actor })).toMatchObject({ kind: 'queued' });
    await stage.deliver();
    expect(stage.receiver.heard).toMatchObject([{ type: 'endpoint.test' }]);
    expect(await stage.log(desk)).toMatchObject([
      { kind: 'endpoint.test', state: 'delivered', personaName: null },
    ]);
  });

  test('what is older than thirty days is forgotten, delivered or not', async () => {
    const desk = await stage.fresh();
    stage.receiver.answer = () => 410;
    await stage.say(desk, 'old');
    await stage.deliver();
    stage.open.clock.advance(29 * DAY);
    await stage.say(desk, 'young');
    stage.open.clock.advance(2 * DAY);
    while (await forgetOldEvents(house));
    expect((await stage.log(desk)).map(({ state }) => state)).toEqual(['waiting']);
  });

  test('an endpoint belongs to its workspace, and is deleted with its log', async () => {
    const desk = await stage.fresh();
    const foreign = await anotherDesk(house, 'Elsewhere');
    await stage.say(desk, 'one');
    await stage.deliver();
    const { id, memberId: actor } = desk;
    expect(await readEndpoint(house, foreign.workspace, id)).toBeNull();
    for (const act of [
      () => rotateSecret(house, foreign.workspace, { id, actor }),
      () => switchEndpoint(house, foreign.workspace, { id, to: 'off', actor }),
      () => sendTest(house, foreign.workspace, { id, actor }),
      () => sendAgain(house, foreign.workspace, { id, again: { since: 0 }, actor }),
      () => deleteEndpoint(house, foreign.workspace, { id, actor }),
    ])
      expect(await act()).toEqual({ kind: 'unknown' });
    expect(await deleteEndpoint(house, desk.workspace, { id, actor })).toEqual({ kind: 'deleted' });
    expect(await stage.endpoint(desk)).toBeNull();
    expect(await stage.log(desk)).toEqual([]);
  });
});
