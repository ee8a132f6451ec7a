import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLink } from '#app/answering/open-link.server.ts';
import { keepSelf } from '#app/answering/who/keep-self.server.ts';
import { findSelfDoor } from '#app/answering/who/self-door.server.ts';
import { DAY, HOUR } from '#app/platform/clock.ts';
import { createProgramme } from '#app/programme/create-programme.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { release } from '#tests/support/held.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { invitationsOf } from '#tests/support/who.ts';

const REQUEST = { method: 'POST', path: '', query: '', form: '', cookies: '', acceptLanguage: '' };

describe.each(ENGINES)('answering as oneself, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let token: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
  });
  afterAll(() => open.close());

  async function askDana(confidentiality: 'attributed' | 'unlinkable' = 'attributed'): Promise<void> {
    desk = await anotherDesk(open.house, 'Northwind Metrics');
    const promised = {
      confidentiality,
      name: 'Winter',
      senderName: 'Ifeoma Okonkwo',
      ownerId: desk.memberId,
    };
    const { id } = await createProgramme(open.house, desk.workspace, promised);
    const { waveId } = await draftWave(desk, ['buyer', 'end_user'], id);
    token = await ask(desk, waveId, { name: 'Dana Reyes', personaIds: ['buyer'] });
  }

  async function selfDoor(personaId: string) {
    const link = await openLink(open.house.db, token, open.clock.now());
    if (link.kind === 'unknown') throw new Error('unknown');
    return findSelfDoor(open.house.db, link, personaId, { request: REQUEST, language: null });
  }

  async function answerAs(personaId: string, score: string, submitId = open.house.ids.make()) {
    const found = await selfDoor(personaId);
    if (found.kind !== 'asked') throw new Error(found.kind);
    const given = new Map([['q1', [score]]]);
    const said = { saidName: 'Bo Lindqvist', saidEmail: 'bo@meridian.example' };
    return keepSelf(open.house, { door: found.door, submitId, given, ...said });
  }

  const rows = async (table: 'response' | 'answer' | 'answer_tally' | 'lane_heard') => {
    await countWaiting(open.house);
    const found = await open.house.db
      .selectFrom(table)
      .select('persona_id')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    return found.map(({ persona_id }) => persona_id);
  };
  const held = () =>
    open.house.db
      .selectFrom('held_response')
      .selectAll()
      .where('workspace_id', '=', desk.workspace.id)
      .execute();

  test('is in no table that a figure is made of until a member releases it, and then under the role that was said', async () => {
    await askDana();
    expect(await answerAs('end_user', '2')).toEqual({ kind: 'kept' });
    for (const table of ['response', 'answer', 'answer_tally', 'lane_heard'] as const)
      expect([table, await rows(table)]).toEqual([table, []]);
    const [waiting] = await held();
    expect((await release(desk, waiting!.id)).kind).toBe('released');
    for (const table of ['response', 'answer', 'answer_tally'] as const)
      expect([table, await rows(table)]).toEqual([table, ['end_user']]);
  });

  test('leaves the invitation that it came through as it was: its own answer counts under its own role', async () => {
    await askDana();
    const before = await invitationsOf(desk);
    await answerAs('buyer', '2');
    expect(await invitationsOf(desk)).toEqual(before);
    expect(await answer(open.house, token, { q1: '9' })).toEqual({ kind: 'kept' });
    const scores = await open.house.db
      .selectFrom('answer')
      .select('score')
      .where('workspace_id', '=', desk.workspace.id)
      .where('persona_id', '=', 'buyer')
      .execute();
    expect(scores).toEqual([{ score: 9 }]);
    expect(await held()).toMatchObject([{ reason: 'self_declared', decision: null }]);
  });

  test('sent twice is kept once', async () => {
    await askDana();
    await Promise.all([answerAs('end_user', '2', 'same'), answerAs('end_user', '2', 'same')]);
    expect(await held()).toHaveLength(1);
  });

  test('asks only what this send asks, of open personas of this workspace', async () => {
    await askDana();
    expect(await selfDoor('end_user')).toMatchObject({
      kind: 'asked',
      door: { persona: { id: 'end_user' } },
    });
    expect(await selfDoor('advocate')).toEqual({ kind: 'not_asked' });
    for (const personaId of ['nobody', '', 'none'])
      expect(await selfDoor(personaId)).toEqual({ kind: 'unknown' });
  });

  test('in an unlinkable programme keeps no invitation, account, name, address or time of day', async () => {
    await askDana('unlinkable');
    open.clock.advance(5 * HOUR);
    const submitId = open.house.ids.make();
    for (let presses = 0; presses < 2; presses += 1) await answerAs('end_user', '2', submitId);
    const [kept, ...more] = await held();
    expect(more).toEqual([]);
    expect(kept).toMatchObject({
      ...{ invitation_id: null, account_id: null, said_name: null, said_email: null },
      received_at: Math.floor(open.clock.now() / DAY) * DAY,
    });
    const time = open.clock.now().toString(16).slice(0, 6);
    const hex = (text: string) => text.replaceAll('-', '');
    expect([hex(kept!.id), hex(kept!.submit_id)].filter((id) => id.includes(time))).toEqual([]);
    expect(JSON.stringify(kept)).not.toContain(submitId);
  });
});
