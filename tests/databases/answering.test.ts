import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLink } from '#app/answering/open-link.server.ts';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { MINUTE } from '#app/platform/clock.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { addQuestion, emptyDraft } from '#app/survey/draft/draft.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

/** The key of the one question that `draftWave` asks. */
const KEY = addQuestion(emptyDraft(), 'recommend').questions[0]!.key;

describe.each(ENGINES)('answering on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;

  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());

  async function fresh(): Promise<string> {
    desk = await anotherDesk(open.house, 'Answering');
    return (await draftWave(desk, ['buyer', 'end_user'])).waveId;
  }

  async function askFresh(given: Parameters<typeof ask>[2]): Promise<string> {
    const waveId = await fresh();
    return ask(desk, waveId, given);
  }

  const rows = async (table: 'response' | 'answer' | 'answer_tally') => {
    const found = await open.house.db
      .selectFrom(table)
      .select('persona_id')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    return found.map(({ persona_id }) => persona_id);
  };

  const nps = (personaId: string) =>
    open.house.db
      .selectFrom('answer')
      .select('score')
      .where('workspace_id', '=', desk.workspace.id)
      .where('persona_id', '=', personaId)
      .execute();

  test('an answer is stored under the persona of its invitation, whatever the form says', async () => {
    const token = await askFresh({ name: 'Henrik Aalto', personaIds: ['buyer'] });
    const kept = await answer(open.house, token, { [KEY]: '4', persona: 'end_user', persona_id: 'end_user' });
    expect(kept).toEqual({ kind: 'kept' });
    expect(await rows('response')).toEqual(['buyer']);
    expect(await rows('answer')).toEqual(['buyer']);
    expect(await nps('buyer')).toEqual([{ score: 4 }]);
    expect(await nps('end_user')).toEqual([]);
  });

  test('opening a link writes nothing, however often and with whatever number', async () => {
    const token = await askFresh({ name: 'Henrik Aalto', personaIds: ['buyer'] });
    for (let i = 0; i < 5; i += 1)
      expect((await openLink(open.house.db, token, open.clock.now())).kind).toBe('open');
    expect(await rows('response')).toEqual([]);
  });

  test('the same page sent five times at once is one response', async () => {
    const token = await askFresh({ name: 'Henrik Aalto', personaIds: ['buyer'] });
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => answer(open.house, token, { [KEY]: '9' }, 'once')),
    );
    expect(sent.filter(({ kind }) => kind === 'kept')).toHaveLength(1);
    expect(sent.filter(({ kind }) => kind === 'kept_before')).toHaveLength(4);
    expect(await rows('response')).toEqual(['buyer']);
    await countWaiting(open.house);
    const tally = await open.house.db
      .selectFrom('answer_tally')
      .select(['value', 'people'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('persona_id', '=', 'buyer')
      .execute();
    expect(tally).toEqual([{ value: '9', people: 1 }]);
  });

  test('a second page with other answers is told that they were not kept; the same page again is not', async () => {
    const token = await askFresh({ name: 'Henrik Aalto', personaIds: ['buyer'] });
    expect(await answer(open.house, token, { [KEY]: '9' }, 'first')).toEqual({ kind: 'kept' });
    expect(await answer(open.house, token, { [KEY]: '9' }, 'first')).toMatchObject({
      kind: 'kept_before',
      same: true,
    });
    expect(await answer(open.house, token, { [KEY]: '2' }, 'other')).toMatchObject({
      kind: 'kept_before',
      same: false,
    });
    expect(await nps('buyer')).toEqual([{ score: 9 }]);
  });

  test('a submit id that another invitation used before harms nobody', async () => {
    const waveId = await fresh();
    const one = await ask(desk, waveId, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    const two = await ask(desk, waveId, { name: 'Noor El-Amin', personaIds: ['end_user'] });
    expect(await answer(open.house, one, { [KEY]: '9' }, 'stolen')).toEqual({ kind: 'kept' });
    // Who copies a page's id and is quicker keeps nobody from answering; each answers once, in their own role.
    expect(await answer(open.house, two, { [KEY]: '1' }, 'stolen')).toEqual({ kind: 'kept' });
    expect((await answer(open.house, two, { [KEY]: '2' }, 'stolen')).kind).toBe('kept_before');
    expect(await nps('buyer')).toEqual([{ score: 9 }]);
    expect(await nps('end_user')).toEqual([{ score: 1 }]);
  });

  test.each(['', '11', '-1', '7.5', 'ten', '９'])(
    '%j is no answer on 0 to 10, and nothing half-written stays',
    async (value) => {
      const token = await askFresh({
        name: 'Henrik Aalto',
        personaIds: ['buyer'],
      });
      const outcome = await answer(open.house, token, { [KEY]: value });
      expect(outcome.kind).toBe('faulty');
      expect(await rows('response')).toEqual([]);
    },
  );

  test('unknown, malformed, revoked and foreign-purpose links are all just unknown', async () => {
    const waveId = await fresh();
    const token = await ask(desk, waveId, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    const { id } = await open.house.db
      .selectFrom('invitation')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .executeTakeFirstOrThrow();
    const next = linkToken(open.house.env.appSecret, 'answer', id, 2);
    const out = linkToken(open.house.env.appSecret, 'unsubscribe', id, 1);
    for (const bad of ['', 'x', `${token}x`, token.toLowerCase(), next, out, "' or 1=1 --", '1'.repeat(23)]) {
      expect(await openLink(open.house.db, bad, open.clock.now())).toEqual({ kind: 'unknown' });
      expect((await answer(open.house, bad, { [KEY]: '9' })).kind).toBe('unknown');
    }
    await open.house.db
      .updateTable('link')
      .set({ revoked_at: open.clock.now() })
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    expect(await openLink(open.house.db, token, open.clock.now())).toEqual({ kind: 'unknown' });
  });

  test('a page that was open when the wave closed may still be sent for a quarter of an hour', async () => {
    const waveId = await fresh();
    const early = await ask(desk, waveId, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    const late = await ask(desk, waveId, { name: 'Noor El-Amin', personaIds: ['buyer'] });
    await closeWave(open.house, desk.workspace, { waveId, actor: desk.memberId }, endWithWave);
    open.clock.advance(14 * MINUTE);
    expect(await answer(open.house, early, { [KEY]: '9' })).toEqual({ kind: 'kept' });
    open.clock.advance(2 * MINUTE);
    expect((await answer(open.house, late, { [KEY]: '9' })).kind).toBe('closed');
  });

  test('a fault further down takes the whole response with it', async () => {
    const token = await askFresh({ name: 'Henrik Aalto', personaIds: ['buyer'] });
    const { keepResponse } = await import('#app/answering/keep-response.server.ts');
    const given = new Map([[KEY, ['9']]]);
    const broken = keepResponse(open.house, { token, submitId: 'x', given }, async () => {
      throw new Error('the tally stumbled');
    });
    await expect(broken).rejects.toThrow('the tally stumbled');
    expect(await rows('response')).toEqual([]);
    expect(await rows('answer')).toEqual([]);
    expect(await answer(open.house, token, { [KEY]: '9' })).toEqual({ kind: 'kept' });
  });
});
