import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepResponse } from '#app/answering/keep-response.server.ts';
import { openLink } from '#app/answering/open-link.server.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { say } from '#tests/support/who.ts';

describe.each(ENGINES)('an answer and a correction of its role, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    ({ waveId } = await draftWave(desk, ['buyer', 'end_user']));
  });
  afterAll(() => open.close());

  async function responses() {
    return desk.house.db
      .selectFrom('response')
      .select(['persona_id', 'persona_at_invite'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
  }

  test('a page that was opened before the role changed keeps nothing under the old persona', async () => {
    const token = await ask(desk, waveId, { name: 'Dana Reyes', personaIds: ['buyer'] });
    const link = await openLink(desk.house.db, token, desk.house.clock.now());
    await say(desk, token, { kind: 'other', personaId: 'end_user' });
    const late = { token, link, submitId: desk.house.ids.make(), given: new Map([['q1', ['9']]]) };
    expect(await keepResponse(desk.house, late, countAnswers)).toEqual({ kind: 'revoked' });
    expect(await responses()).toEqual([]);
    expect((await answer(desk.house, token, { q1: '4' })).kind).toBe('kept');
    expect(await responses()).toEqual([{ persona_id: 'end_user', persona_at_invite: 'buyer' }]);
  });

  test('spoils nobody else who answers in the same moment', async () => {
    const names = ['Ana Ruiz', 'Ben Ode', 'Cy Fox'];
    const tokens = [];
    for (const name of names) tokens.push(await ask(desk, waveId, { name, personaIds: ['buyer'] }));
    const links = await Promise.all(
      tokens.map((token) => openLink(desk.house.db, token, desk.house.clock.now())),
    );
    await say(desk, tokens[1]!, { kind: 'other', personaId: 'end_user' });
    const kept = await Promise.all(
      tokens.map((token, at) =>
        keepResponse(
          desk.house,
          { token, link: links[at]!, submitId: desk.house.ids.make(), given: new Map([['q1', ['9']]]) },
          countAnswers,
        ),
      ),
    );
    expect(kept.map(({ kind }) => kind)).toEqual(['kept', 'revoked', 'kept']);
  });

  test('whichever of the two comes first at the same moment, one of them holds', async () => {
    for (let round = 0; round < 5; round += 1) {
      const token = await ask(desk, waveId, { name: `Eve ${round}`, personaIds: ['buyer'] });
      const before = (await responses()).length;
      const [kept] = await Promise.all([
        answer(desk.house, token, { q1: '8' }),
        say(desk, token, { kind: 'other', personaId: 'end_user' }),
      ]);
      const after = await answer(desk.house, token, { q1: '2' });
      expect((await responses()).length).toBe(before + 1);
      expect([kept.kind, after.kind].filter((kind) => kind === 'kept')).toHaveLength(1);
    }
  });
});
