import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { queueTold } from '#app/delivery/told/queue-told.server.ts';
import { actOnFollowUps } from '#app/followup/act-on-follow-ups.server.ts';
import { followHappenings } from '#app/followup/hook/event/follow-happenings.server.ts';
import { forgetOldEvents } from '#app/followup/hook/event/forget-old-events.server.ts';
import { followRules } from '#app/followup/rule/follow-rules.server.ts';
import { DAY, MINUTE } from '#app/platform/clock.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { readDebts } from '#app/programme/told/read-debts.server.ts';
import { saveTold } from '#app/programme/told/save-told.server.ts';
import { sendTold } from '#app/programme/told/send-told.server.ts';
import { tellOne } from '#app/programme/told/tell-one.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { COMPLETE, type Desk, draftWave, noMail } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { followUps, makeRule } from '#tests/support/following.ts';
import { type HookReceiver, openReceiver } from '#tests/support/hook-receiver.ts';
import { type HookDesk, makeEndpoint, openHookDesk } from '#tests/support/hooks.ts';

/** From an answer to the next wave: by a follow-up each, by a letter to all, or not at all. */
describe.each(ENGINES)('acting on what was said, on %s', (engine) => {
  let open: HookDesk;
  let desk: Desk;
  let receiver: HookReceiver;

  beforeEach(async () => {
    receiver = await openReceiver();
    open = await openHookDesk(engine, [receiver]);
    desk = open;
    const kinds = ['follow_up.opened', 'follow_up.changed', 'told_back.sent', 'action_debt.reached'] as const;
    await makeEndpoint(desk, receiver.url, { kinds: [...kinds], carriesNames: true });
  });
  afterEach(async () => {
    await receiver.close();
    await open.close();
  });

  async function twoDetractors() {
    const first = await draftWave(desk, ['buyer']);
    await makeRule(desk, first.programmeId);
    for (const name of ['Dana Reyes', 'Omar Haddad']) {
      const seat = { name, account: `${name} & Co`, personaIds: ['buyer'] };
      await answer(open.house, await ask(desk, first.waveId, seat), { q1: '2' });
    }
    await followRules(open.house);
    const { programmeId, lanes } = first;
    const next = { programmeId, name: 'June', lanes, actor: desk.memberId };
    const made = await createWave(open.house, desk.workspace, next);
    if (made.kind !== 'created') throw new Error(made.kind);
    open.clock.advance(Date.parse(`${COMPLETE.promiseOn}T12:00:00Z`) + DAY - open.clock.now());
    const roles = await open.house.db.selectFrom('role_assignment').select('id').execute();
    const send = () =>
      sendWave(
        open.house,
        desk.workspace,
        { waveId: made.id, roleIds: roles.map(({ id }) => id), stale: 'ask_first', actor: desk.memberId },
        noMail,
      );
    const lane = { waveId: first.waveId, personaId: 'buyer' };
    const owed = async () =>
      (await readDebts(open.house.db, desk.workspace, { waveId: first.waveId, now: open.clock.now() }))[0]!
        .owed;
    return { ...first, lane, send, owed };
  }

  async function heardEvents() {
    await followHappenings(open.house);
    const rows = await open.house.db
      .selectFrom('hook_event')
      .select(['kind', 'persona_id', 'named_data'])
      .where('workspace_id', '=', desk.workspace.id)
      .orderBy('id')
      .execute();
    return rows;
  }

  test('detractors open follow-ups; handled and told, they are owed nothing, and the next wave goes', async () => {
    const { send, owed } = await twoDetractors();
    const opened = await followUps(desk);
    expect(opened.map(({ persona_id, state }) => [persona_id, state])).toEqual([
      ['buyer', 'open'],
      ['buyer', 'open'],
    ]);
    expect(await send()).toMatchObject({ kind: 'in_debt' });
    for (const { id } of opened) {
      const acts = [
        { kind: 'done', outcome: 'The invoice is right now.' } as const,
        { kind: 'tell' } as const,
      ];
      const acting = { on: [{ id }], acts, actor: desk.memberId };
      expect(await actOnFollowUps(open.house, desk.workspace, acting)).toEqual({ kind: 'done' });
    }
    expect(await owed()).toBe(0);
    expect(await send()).toMatchObject({ kind: 'sent', invited: 2 });
    const events = await heardEvents();
    expect(new Set(events.map(({ kind }) => kind))).toEqual(
      new Set(['follow_up.opened', 'follow_up.changed']),
    );
    expect(events.every(({ persona_id }) => persona_id === 'buyer')).toBe(true);
    expect(JSON.stringify(events)).toContain('Dana Reyes');
  });

  test('nothing is done: the wave is refused again and again, and whoever listens hears it once', async () => {
    const { send, owed } = await twoDetractors();
    for (let times = 0; times < 2; times += 1) {
      expect(await send()).toMatchObject({ kind: 'in_debt', code: 'ACTION_DEBT' });
      await heardEvents();
      open.clock.advance(MINUTE);
    }
    expect(await owed()).toBe(2);
    const reached = async () =>
      (await heardEvents()).flatMap((one) => (one.kind === 'action_debt.reached' ? one.persona_id : []));
    expect(await reached()).toEqual(['buyer']);
    // It stands for longer than events are kept.
    open.clock.advance(40 * DAY);
    await forgetOldEvents(open.house);
    expect(await reached()).toEqual([]);
  });

  test('the letter to all settles what no follow-up did, and says its words to who may hear them', async () => {
    const { lane, send, owed } = await twoDetractors();
    const draft = { heard: 'The invoice is wrong.', willDo: 'It is mended.', willNot: '', toSilent: false };
    const { memberId: actor } = desk;
    expect(await saveTold(open.house, desk.workspace, { ...lane, draft, revision: 0, actor })).toMatchObject({
      kind: 'saved',
    });
    expect(await sendTold(open.house, desk.workspace, { ...lane, revision: 1, actor })).toEqual({
      kind: 'sent',
      told: 2,
    });
    await queueTold(open.house);
    expect(await owed()).toBe(0);
    expect(await send()).toMatchObject({ kind: 'sent' });
    const told = (await heardEvents()).filter(({ kind }) => kind === 'told_back.sent');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).toContain('It is mended.');
  });

  test('whoever never answered is owed nothing, so telling them settles nothing', async () => {
    const { lane, owed } = await twoDetractors();
    const token = await ask(desk, lane.waveId, {
      name: 'Eve Silent',
      account: 'Eve & Co',
      personaIds: ['buyer'],
    });
    expect(token).toBeTruthy();
    const { id } = await open.house.db
      .selectFrom('invitation as i')
      .innerJoin('person as p', (on) =>
        on.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id'),
      )
      .select('i.id')
      .where('p.name', '=', 'Eve Silent')
      .executeTakeFirstOrThrow();
    await open.house.db
      .transaction()
      .execute((tx) => tellOne(tx, desk.workspace, { ...lane, invitationId: id, at: 1 }));
    expect(await owed()).toBe(2);
  });
});
