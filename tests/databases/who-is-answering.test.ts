import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { closePersona } from '#app/persona/close-persona.server.ts';
import { createPersona } from '#app/persona/create-persona.server.ts';
import { MINUTE } from '#app/platform/clock.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { readPersonSaid, readWaveSaid } from '#app/programme/correction/read-said.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import {
  asksNow,
  correctionsOf,
  invitationBehind,
  invitationsOf,
  rolesIn,
  say,
  sayOf,
} from '#tests/support/who.ts';

/** The key of the one question that `draftWave` asks. */
const KEY = 'q1';

describe.each(ENGINES)('who is answering, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
  });
  afterAll(() => open.close());

  async function askBuyer(personas = ['buyer', 'end_user']): Promise<string> {
    desk = await anotherDesk(open.house, 'Northwind Metrics');
    const { waveId } = await draftWave(desk, personas);
    const token = await ask(desk, waveId, { name: 'Dana Reyes', personaIds: ['buyer'] });
    open.clock.advance(MINUTE);
    return token;
  }

  const responses = async () => {
    const rows = await open.house.db
      .selectFrom('response')
      .select(['persona_id', 'persona_at_invite'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    return rows.map(({ persona_id, persona_at_invite }) => [persona_id, persona_at_invite]);
  };

  const known = async () => {
    const rows = await open.house.db
      .selectFrom('wave_lane')
      .select(['persona_id', 'known_people'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    return Object.fromEntries(rows.map(({ persona_id, known_people }) => [persona_id, known_people]));
  };

  describe('how many could be heard', () => {
    test.each([
      { said: { kind: 'still' as const }, after: { buyer: 2, end_user: 1 } },
      { said: { kind: 'other' as const, personaId: 'end_user' }, after: { buyer: 1, end_user: 2 } },
      { said: { kind: 'other' as const, personaId: 'influencer' }, after: { buyer: 1, end_user: 1 } },
      { said: { kind: 'none' as const, words: 'I am the intern' }, after: { buyer: 1, end_user: 1 } },
      { said: { kind: 'left' as const }, after: { buyer: 1, end_user: 1 } },
    ])(
      'whoever says “$said.kind” is counted in the role they hold, and another send says the same',
      async ({ said, after }) => {
        desk = await anotherDesk(open.house, 'Northwind Metrics');
        const { waveId } = await draftWave(desk, ['buyer', 'end_user']);
        const token = await ask(desk, waveId, { name: 'Dana Reyes', personaIds: ['buyer'] });
        await ask(desk, waveId, { name: 'Uma Lind', personaIds: ['end_user'] });
        await ask(desk, waveId, { name: 'Bo Okafor', personaIds: ['buyer'] });
        expect(await known()).toEqual({ buyer: 2, end_user: 1 });
        await say(desk, token, said);
        expect(await known()).toEqual(after);
        await ask(desk, waveId, { name: 'Cy Moreau', personaIds: ['buyer'] });
        expect(await known()).toEqual({ ...after, buyer: after.buyer + 1 });
      },
    );

    test('who answered before they left stays among those who could be', async () => {
      const token = await askBuyer();
      await answer(open.house, token, { [KEY]: '9' });
      await say(desk, token, { kind: 'left' });
      expect(await known()).toMatchObject({ buyer: 1 });
    });
  });

  describe('the role that was asked', () => {
    test('is confirmed by its holder, and nothing else changes', async () => {
      const token = await askBuyer();
      expect(await say(desk, token, { kind: 'still' })).toEqual({ kind: 'still' });
      expect(await rolesIn(desk, 'Dana Reyes')).toEqual([
        { persona: 'buyer', source: 'csm', by: 'self', open: true, why: null },
      ]);
      expect(await asksNow(desk, token)).toBe('buyer');
      expect(await correctionsOf(desk)).toMatchObject([{ said: 'still', to_persona_id: null }]);
    });

    test('gives way to another one: the same link asks the other questions, and both rows keep their persona', async () => {
      const token = await askBuyer();
      expect(await say(desk, token, { kind: 'other', personaId: 'end_user' })).toEqual({ kind: 'asked' });
      expect(await rolesIn(desk, 'Dana Reyes')).toEqual([
        {
          persona: 'buyer',
          source: 'csm',
          by: desk.memberId,
          open: false,
          why: expect.stringContaining('End-user'),
        },
        { persona: 'end_user', source: 'self', by: 'self', open: true, why: null },
      ]);
      const [old, fresh] = await invitationsOf(desk);
      expect(old).toMatchObject({ persona_id: 'buyer', revoked_at: open.clock.now(), came_from: null });
      expect(fresh).toMatchObject({
        ...{ persona_id: 'end_user', revoked_at: null, came_from: 'correction' },
        ...{ from_invitation_id: old!.id, persona_at_invite: 'buyer' },
      });
      expect(await asksNow(desk, token)).toBe('end_user');
      expect(await answer(open.house, token, { [KEY]: '7' })).toEqual({ kind: 'kept' });
      expect(await responses()).toEqual([['end_user', 'buyer']]);
    });

    test('pressed twice, also at the same moment, is said once', async () => {
      const token = await askBuyer();
      const said = { kind: 'other', personaId: 'end_user' } as const;
      const invitationId = await invitationBehind(desk, token);
      const both = await Promise.all([sayOf(desk, invitationId, said), sayOf(desk, invitationId, said)]);
      expect(both.map(({ kind }) => kind).sort()).toEqual(['asked', 'moved']);
      expect(await say(desk, token, said)).toEqual({ kind: 'still' });
      expect((await invitationsOf(desk)).length).toBe(2);
      expect((await rolesIn(desk, 'Dana Reyes')).filter((role) => role.open)).toHaveLength(1);
    });

    test('two pages that say different things at once: one is heard, the other is told to look again', async () => {
      const token = await askBuyer(['buyer', 'end_user', 'influencer']);
      const invitationId = await invitationBehind(desk, token);
      const both = await Promise.all([
        sayOf(desk, invitationId, { kind: 'other', personaId: 'end_user' }),
        sayOf(desk, invitationId, { kind: 'other', personaId: 'influencer' }),
      ]);
      expect(both.map(({ kind }) => kind).sort()).toEqual(['asked', 'moved']);
      const held = (await rolesIn(desk, 'Dana Reyes')).filter((role) => role.open);
      expect(held).toHaveLength(1);
      expect(await asksNow(desk, token)).toBe(held[0]!.persona);
    });

    test('may be said again and again, and the link follows', async () => {
      const token = await askBuyer();
      for (const personaId of ['end_user', 'buyer', 'end_user']) {
        open.clock.advance(MINUTE);
        expect(await say(desk, token, { kind: 'other', personaId })).toEqual({ kind: 'asked' });
        expect(await asksNow(desk, token)).toBe(personaId);
      }
      const fresh = (await invitationsOf(desk)).filter(({ revoked_at }) => revoked_at === null);
      expect(fresh).toMatchObject([{ persona_id: 'end_user', persona_at_invite: 'buyer' }]);
    });

    test('is another one that this send asks nothing: said, kept for the future, and the link is over', async () => {
      const token = await askBuyer(['buyer']);
      expect(await say(desk, token, { kind: 'other', personaId: 'advocate' })).toEqual({ kind: 'not_asked' });
      expect(await rolesIn(desk, 'Dana Reyes')).toMatchObject([
        { persona: 'buyer', open: false },
        { persona: 'advocate', open: true, by: 'self' },
      ]);
      expect(await asksNow(desk, token)).toBe('unknown');
    });

    test('is another one that was asked in this send before: the link leads there, answered or not', async () => {
      const token = await askBuyer();
      const waveId = await waveOf();
      const asUser = await ask(desk, waveId, { name: 'Dana Reyes', personaIds: ['end_user'] });
      expect(await say(desk, token, { kind: 'other', personaId: 'end_user' })).toEqual({ kind: 'asked' });
      expect((await invitationsOf(desk)).length).toBe(2);
      expect(await asksNow(desk, token)).toBe('end_user');
      expect(await answer(open.house, asUser, { [KEY]: '8' })).toEqual({ kind: 'kept' });
      expect(await asksNow(desk, token)).toBe('received');
    });

    test('changed after the answer: the answer stays, the role is another from now on', async () => {
      const token = await askBuyer();
      expect(await answer(open.house, token, { [KEY]: '3' })).toEqual({ kind: 'kept' });
      for (const personaId of ['end_user', 'end_user', 'influencer', 'buyer', 'buyer']) {
        open.clock.advance(MINUTE);
        expect(await say(desk, token, { kind: 'other', personaId })).toEqual({ kind: 'from_now_on' });
        const held = (await rolesIn(desk, 'Dana Reyes')).filter((role) => role.open);
        expect(held).toMatchObject([{ persona: personaId, by: 'self' }]);
      }
      expect(await responses()).toEqual([['buyer', 'buyer']]);
      expect(await invitationsOf(desk)).toMatchObject([{ persona_id: 'buyer', revoked_at: null }]);
      expect(await asksNow(desk, token)).toBe('received');
    });
  });

  describe('who fits nowhere, or has left', () => {
    test('ends the role, keeps the words on one line for the team, and answers nothing', async () => {
      const token = await askBuyer();
      expect(await say(desk, token, { kind: 'none', words: 'I run the canteen' })).toEqual({ kind: 'none' });
      expect(await rolesIn(desk, 'Dana Reyes')).toMatchObject([{ persona: 'buyer', open: false }]);
      expect(await correctionsOf(desk)).toMatchObject([{ said: 'none', words: 'I run the canteen' }]);
      expect(await asksNow(desk, token)).toBe('unknown');
      expect(await say(desk, token, { kind: 'none', words: '' })).toEqual({ kind: 'moved' });
    });

    test('ends every role at that account and the employment, and none elsewhere', async () => {
      const token = await askBuyer();
      await seat(desk, { name: 'Dana Reyes', personaIds: ['advocate'] });
      await seat(desk, { name: 'Dana Reyes', account: 'Harbour Freight', personaIds: ['end_user'] });
      expect(await say(desk, token, { kind: 'left' })).toEqual({ kind: 'left' });
      const held = (await rolesIn(desk, 'Dana Reyes')).filter((role) => role.open);
      expect(held).toMatchObject([{ persona: 'end_user' }]);
      expect(await asksNow(desk, token)).toBe('unknown');
    });

    test('after the answer, and twice: said once, and the answer stays', async () => {
      const token = await askBuyer();
      await answer(open.house, token, { [KEY]: '3' });
      for (const said of [{ kind: 'none', words: '' }, { kind: 'left' }] as const) {
        open.clock.advance(MINUTE);
        expect(await say(desk, token, said)).toEqual({ kind: said.kind });
        expect(await say(desk, token, said)).toEqual({ kind: said.kind });
      }
      expect((await correctionsOf(desk)).map(({ said }) => said)).toEqual(['none', 'left']);
      expect(await responses()).toEqual([['buyer', 'buyer']]);
      open.clock.advance(MINUTE);
      expect(await say(desk, token, { kind: 'still' })).toEqual({ kind: 'from_now_on' });
      expect((await rolesIn(desk, 'Dana Reyes')).filter((role) => role.open)).toMatchObject([
        { persona: 'buyer' },
      ]);
    });
  });

  describe('what nobody may say', () => {
    test('a persona that is closed, unknown, or of another workspace', async () => {
      const theirs = await anotherDesk(open.house, 'Harbour Freight');
      const made = (whose: Desk, name: string) =>
        createPersona(open.house.db, whose.workspace, {
          ...{ base: 'buyer', name, plural: '', question: '', now: open.clock.now() },
          definition: 'Signs what somebody else has chosen.',
        });
      const foreign = await made(theirs, 'Signatory');
      const token = await askBuyer();
      const closed = await made(desk, 'Controller');
      if (foreign.kind !== 'created' || closed.kind !== 'created') throw new Error('no persona');
      await closePersona(open.house.db, desk.workspace, { id: closed.id, now: open.clock.now() });
      for (const personaId of [foreign.id, closed.id, 'nobody', '', "' or 1=1 --"]) {
        expect(await say(desk, token, { kind: 'other', personaId })).toEqual({ kind: 'unknown_persona' });
      }
      expect(await correctionsOf(desk)).toEqual([]);
      expect(await rolesIn(desk, 'Dana Reyes')).toMatchObject([{ persona: 'buyer', open: true }]);
      expect(await asksNow(desk, token)).toBe('buyer');
    });

    test('anything about an invitation of another workspace', async () => {
      const token = await askBuyer();
      const mine = desk;
      const theirs = await anotherDesk(open.house, 'Harbour Freight');
      expect(await say(theirs, token, { kind: 'left' })).toEqual({ kind: 'moved' });
      expect(await rolesIn(mine, 'Dana Reyes')).toMatchObject([{ persona: 'buyer', open: true }]);
    });
  });

  test('half of it is never written: where the new invitation fails, the old role is still held', async () => {
    const token = await askBuyer();
    const broken = { ...open.house, env: { ...open.house.env, appSecret: undefined as unknown as string } };
    const failing = say({ ...desk, house: broken }, token, { kind: 'other', personaId: 'end_user' });
    await expect(failing).rejects.toThrow();
    expect(await rolesIn(desk, 'Dana Reyes')).toMatchObject([{ persona: 'buyer', open: true }]);
    expect(await asksNow(desk, token)).toBe('buyer');
    expect(await correctionsOf(desk)).toEqual([]);
  });

  test('what was begun under the old role goes with it', async () => {
    const token = await askBuyer();
    const [asked] = await invitationsOf(desk);
    const begun = { page: 0, revision: 1, device_hash: 'd', updated_at: 1 };
    const row = { workspace_id: desk.workspace.id, invitation_id: asked!.id, given: '[]', ...begun };
    await open.house.db.insertInto('begun_response').values(row).execute();
    await say(desk, token, { kind: 'other', personaId: 'end_user' });
    const left = await open.house.db
      .selectFrom('begun_response')
      .select('invitation_id')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    expect(left).toEqual([]);
  });

  test('in the quarter of an hour after closing a role may still be corrected, and its questions answered', async () => {
    const token = await askBuyer();
    await closeWave(
      open.house,
      desk.workspace,
      { waveId: await waveOf(), actor: desk.memberId },
      endWithWave,
    );
    open.clock.advance(10 * MINUTE);
    expect(await say(desk, token, { kind: 'other', personaId: 'end_user' })).toEqual({ kind: 'asked' });
    expect(await answer(open.house, token, { [KEY]: '7' })).toEqual({ kind: 'kept' });
    expect(await responses()).toEqual([['end_user', 'buyer']]);
  });

  test('the team reads who left the seat, in which words, and for which role', async () => {
    const token = await askBuyer();
    const waveId = await waveOf();
    const lou = await ask(desk, waveId, { name: 'Lou Ames', personaIds: ['end_user'] });
    open.clock.advance(MINUTE);
    await say(desk, token, { kind: 'still' });
    await say(desk, token, { kind: 'other', personaId: 'end_user' });
    open.clock.advance(MINUTE);
    await say(desk, lou, { kind: 'none', words: 'I run the canteen' });
    const said = await readWaveSaid(open.house.db, desk.workspace, waveId);
    expect(said).toMatchObject({ other: 1, none: 1, left: 0, passedOn: 0, colleagues: 0 });
    expect(said.lines).toMatchObject([
      { personName: 'Lou Ames', said: 'none', words: 'I run the canteen', fromPersonaId: 'end_user' },
      { personName: 'Dana Reyes', said: 'other', fromPersonaId: 'buyer', toPersonaId: 'end_user' },
    ]);
    const theirs = await anotherDesk(open.house, 'Harbour Freight');
    expect((await readWaveSaid(open.house.db, theirs.workspace, waveId)).lines).toEqual([]);
    const [dana] = said.lines.slice(-1);
    expect(await readPersonSaid(open.house.db, desk.workspace, dana!.personId)).toHaveLength(2);
    expect(await readPersonSaid(open.house.db, theirs.workspace, dana!.personId)).toEqual([]);
  });

  const waveOf = async () => {
    const { wave_id } = await open.house.db
      .selectFrom('invitation')
      .select('wave_id')
      .where('workspace_id', '=', desk.workspace.id)
      .executeTakeFirstOrThrow();
    return wave_id;
  };
});
