import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimDue } from '#app/delivery/claim.store.server.ts';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { recallUnsent } from '#app/delivery/recall-unsent.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { DAY, HOUR, MINUTE } from '#app/platform/clock.ts';
import { writeAskingRules } from '#app/programme/asking/asking-rules.store.server.ts';
import { type AskingRules, FIRST_RULES } from '#app/programme/asking/asking-rules.ts';
import { pauseWave } from '#app/programme/asking/pause-wave.server.ts';
import { resumeWave } from '#app/programme/asking/resume-wave.server.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { anotherDesk, type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('who may be asked when, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;

  beforeEach(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  });

  afterEach(() => open.close());

  const rules = (own: Partial<AskingRules>) =>
    writeAskingRules(open.house.db, desk.workspace, { ...FIRST_RULES, ...own }, open.clock.now());

  async function seats(at: string, ...names: string[]): Promise<string[]> {
    const roleIds = [];
    for (const name of names)
      roleIds.push(...(await seat(desk, { name, account: at, personaIds: ['buyer'] })));
    return roleIds;
  }

  async function send(roleIds: readonly string[], given = desk): Promise<string> {
    const { waveId } = await draftWave(given, ['buyer']);
    const ask = { waveId, roleIds, actor: given.memberId };
    const sent = await sendWave(open.house, given.workspace, ask, queueMessages(open.house));
    expect(sent).toMatchObject({ kind: 'sent', invited: roleIds.length });
    return waveId;
  }

  async function work(): Promise<void> {
    while (await sendDueMessages(open.house));
  }

  async function states(waveId: string): Promise<string[]> {
    const rows = await open.house.db
      .selectFrom('outbound_message')
      .select(['state'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('wave_id', '=', waveId)
      .orderBy('id')
      .execute();
    return rows.map(({ state }) => state);
  }

  const setWave = (waveId: string, cells: { send_at?: number; in_hours?: number }) =>
    open.house.db
      .updateTable('wave')
      .set(cells)
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', waveId)
      .execute();

  /** Two waves that both hold an invitation to the same people, as two members make who press at the same time. */
  async function twoWaves(roleIds: readonly string[]): Promise<[string, string]> {
    const first = await send(roleIds);
    await open.house.db
      .updateTable('outbound_message')
      .set({ state: 'suppressed' })
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    const second = await send(roleIds);
    await open.house.db
      .updateTable('outbound_message')
      .set({ state: 'queued' })
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    return [first, second];
  }

  test('of two waves that ask the same people one passes, however many senders look at once', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `Person ${i}`);
    const [first, second] = await twoWaves(await seats('Meridian Foods', ...names));
    const claim = () =>
      claimDue(open.house.db, engine, {
        now: open.clock.now(),
        limit: 5,
        leaseMs: MINUTE,
        pace: open.house.env.pace,
      });
    for (let round = 0; round < 12; round += 1) await Promise.all([claim(), claim(), claim()]);
    const all = [...(await states(first)), ...(await states(second))];
    expect(all.filter((state) => state === 'claimed')).toHaveLength(12);
    expect(all.filter((state) => state === 'suppressed')).toHaveLength(12);
  });

  test('the one that is held back says which wave asked, and may be asked again when the rest is over', async () => {
    const roleIds = await seats('Meridian Foods', 'Henrik Aalto');
    const [first, second] = await twoWaves(roleIds);
    await work();
    const [stopped] = [await states(first), await states(second)].flat().filter((s) => s === 'suppressed');
    expect(stopped).toBe('suppressed');
    const { reason } = await open.house.db
      .selectFrom('outbound_message')
      .select('reason')
      .where('workspace_id', '=', desk.workspace.id)
      .where('state', '=', 'suppressed')
      .executeTakeFirstOrThrow();
    expect(reason).toBe('Asked for Winter 2027 a short time ago. Nobody is asked twice within 30 days.');
    open.clock.advance(30 * DAY);
    const again = await send(roleIds);
    await work();
    expect(await states(again)).toEqual(['accepted']);
  });

  test('a role rests longer than the person where the workspace says so', async () => {
    const roleIds = await seats('Meridian Foods', 'Henrik Aalto');
    await send(roleIds);
    await work();
    await rules({ roleRestDays: 90 });
    open.clock.advance(40 * DAY);
    const { waveId } = await draftWave(desk, ['buyer']);
    const ask = { waveId, roleIds, actor: desk.memberId };
    const sent = await sendWave(open.house, desk.workspace, ask, queueMessages(open.house));
    expect(sent).toMatchObject({ invited: 0, heldBack: [{ held: { reason: 'asked_recently' } }] });
  });

  test('at one account so many are asked in a week, the others when the first of them are a week ago', async () => {
    await rules({ accountWeek: 2 });
    const waveId = await send([
      ...(await seats('Meridian Foods', 'Ann', 'Ben', 'Cem', 'Dia', 'Eve')),
      ...(await seats('Other & Co', 'Finn')),
    ]);
    await work();
    expect((await states(waveId)).filter((state) => state === 'accepted')).toHaveLength(3);
    open.clock.advance(7 * DAY - 1);
    await work();
    expect((await states(waveId)).filter((state) => state === 'accepted')).toHaveLength(3);
    open.clock.advance(1);
    await work();
    expect((await states(waveId)).filter((state) => state === 'accepted')).toHaveLength(5);
    open.clock.advance(7 * DAY);
    await work();
    expect((await states(waveId)).filter((state) => state === 'accepted')).toHaveLength(6);
  });

  test('in working hours each gets it by their own clock, and on a quiet day nobody does', async () => {
    const waveId = await send(await seats('Meridian Foods', 'Ann', 'Ben'));
    await setWave(waveId, { in_hours: 1 });
    await open.house.db
      .updateTable('person')
      .set({ time_zone: 'America/Los_Angeles' })
      .where('workspace_id', '=', desk.workspace.id)
      .where('name', '=', 'Ben')
      .execute();
    // Monday, 09:00 in Greenwich and 01:00 in Los Angeles.
    await work();
    expect((await states(waveId)).toSorted()).toEqual(['accepted', 'queued']);
    open.clock.advance(7 * HOUR - 1);
    await work();
    expect((await states(waveId)).toSorted()).toEqual(['accepted', 'queued']);
    await rules({ quietDays: ['2026-11-02'] });
    open.clock.advance(2);
    await work();
    expect((await states(waveId)).toSorted()).toEqual(['accepted', 'queued']);
    open.clock.advance(DAY);
    await work();
    expect(await states(waveId)).toEqual(['accepted', 'accepted']);
  });

  test('a wave that is held up sends nothing until it goes on; then everybody gets one letter', async () => {
    const waveId = await send(await seats('Meridian Foods', 'Ann', 'Ben'));
    const act = { waveId, why: 'member' as const, by: desk.memberId };
    expect(await pauseWave(open.house, desk.workspace, act)).toEqual({ kind: 'paused' });
    expect(await pauseWave(open.house, desk.workspace, act)).toEqual({ kind: 'already' });
    await work();
    expect(await states(waveId)).toEqual(['queued', 'queued']);
    const go = { waveId, actor: desk.memberId };
    expect(await resumeWave(open.house, desk.workspace, go)).toEqual({ kind: 'resumed' });
    await work();
    expect(await states(waveId)).toEqual(['accepted', 'accepted']);
    expect(await resumeWave(open.house, desk.workspace, go)).toEqual({ kind: 'already' });
  });

  test('what is taken back never goes, also out of a sender’s hands, and its people may be asked elsewhere', async () => {
    const roleIds = await seats('Meridian Foods', 'Ann', 'Ben', 'Cem');
    const waveId = await send(roleIds);
    const claim = { now: open.clock.now(), limit: 1, leaseMs: MINUTE, pace: open.house.env.pace };
    const [held] = await claimDue(open.house.db, engine, claim);
    const back = await recallUnsent(open.house, desk.workspace, { waveId, actor: desk.memberId });
    expect(back).toEqual({ kind: 'recalled', letters: 3 });
    const { moveMessage } = await import('#app/delivery/claim.store.server.ts');
    expect(await moveMessage(open.house.db, held!, { state: 'committed_to_send' })).toBe(false);
    await work();
    expect(await states(waveId)).toEqual(['suppressed', 'suppressed', 'suppressed']);
    const other = await send(roleIds);
    await work();
    expect(await states(other)).toEqual(['accepted', 'accepted', 'accepted']);
  });

  test('closing a wave ends what it has not sent, at once', async () => {
    const waveId = await send(await seats('Meridian Foods', 'Ann', 'Ben'));
    await closeWave(open.house, desk.workspace, { waveId, actor: desk.memberId }, endWithWave);
    expect(await states(waveId)).toEqual(['suppressed', 'suppressed']);
  });

  test('a wave for later begins when it is to; over six hours late it waits for a person', async () => {
    const roleIds = await seats('Meridian Foods', 'Ann', 'Ben');
    const onTime = await send(roleIds.slice(0, 1));
    const late = await send(roleIds.slice(1));
    const begins = open.clock.now() + DAY;
    await setWave(onTime, { send_at: begins });
    await setWave(late, { send_at: begins });
    await work();
    expect([...(await states(onTime)), ...(await states(late))]).toEqual(['queued', 'queued']);
    open.clock.advance(DAY);
    await pauseWave(open.house, desk.workspace, { waveId: late, why: 'member', by: desk.memberId });
    await work();
    expect(await states(onTime)).toEqual(['accepted']);
    await open.house.db
      .updateTable('wave')
      .set({ paused_at: null })
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', late)
      .execute();
    open.clock.advance(6 * HOUR + 1);
    await work();
    expect(await states(late)).toEqual(['queued']);
    const wave = await open.house.db
      .selectFrom('wave')
      .select('paused_why')
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', late)
      .executeTakeFirst();
    expect(wave).toEqual({ paused_why: 'late' });
    await resumeWave(open.house, desk.workspace, { waveId: late, actor: desk.memberId });
    await work();
    expect(await states(late)).toEqual(['accepted']);
  });

  test('a workspace with thousands waiting holds up no other', async () => {
    const names = Array.from({ length: 60 }, (_, i) => `Person ${i}`);
    await send(await seats('Meridian Foods', ...names));
    const small = await anotherDesk(open.house, 'Small');
    const [own] = await seat(small, { name: 'Zoe', account: 'Zoe & Co', personaIds: ['buyer'] });
    const theirs = await send([own!], small);
    const claim = { now: open.clock.now(), limit: 5, leaseMs: MINUTE, pace: open.house.env.pace };
    const taken = [];
    for (let turn = 0; turn < 2; turn += 1) taken.push(...(await claimDue(open.house.db, engine, claim)));
    expect(new Set(taken.map(({ workspace_id }) => workspace_id)).size).toBe(2);
    expect(theirs).not.toBe('');
  });
});
