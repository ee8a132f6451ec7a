import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveAccount } from '#app/audience/save-account.server.ts';
import { NO_HOOKS } from '#app/followup/hooks.server.ts';
import { openInside } from '#app/followup/open-inside.server.ts';
import { createRule } from '#app/followup/rule/create-rule.server.ts';
import { followRules } from '#app/followup/rule/follow-rules.server.ts';
import { switchRule } from '#app/followup/rule/switch-rule.server.ts';
import { startFollowing } from '#app/followup/start-following.server.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#app/platform/clock.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import { correctRole } from '#app/programme/correction/correct-role.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { addQuestion, changeQuestion, type Draft } from '#app/survey/draft/draft.ts';
import { answer, ask } from '#tests/support/answering.ts';
import {
  anotherDesk,
  type Desk,
  draftWave,
  oneQuestion,
  openProgramme,
  seat,
} from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { followUps, makeRule, surveyOf, waveOf } from '#tests/support/following.ts';
import { hold, KEY, release } from '#tests/support/held.ts';
import { foundTestWorkspace, openTestHouse, START, type TestHouse } from '#tests/support/house.ts';

/** A number and a choice. */
function withChoice(): Draft {
  const options = ['The price', 'The terms'].map((label, at) => ({ key: `o${at + 1}`, label }));
  return changeQuestion(addQuestion(oneQuestion(), 'single'), 'q2', (question) => ({
    ...{ ...question, wording: 'What held it up?', concept: 'delay', serves: 'unknown' as const },
    parts: { ...question.parts, options },
  }));
}

describe.each(ENGINES)('rules for follow-ups on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let programmeId: string;
  let waveId: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    open.clock.set(START);
    desk = await anotherDesk(open.house, 'Rules');
    ({ programmeId, waveId } = await draftWave(desk, ['buyer', 'end_user']));
  });

  const look = () => followRules(open.house);
  let people = 0;
  /** Somebody of this persona is asked and answers. */
  const hear = async (score: string, personaId = 'buyer', account?: string) => {
    people += 1;
    const given = { name: `Person ${people}`, personaIds: [personaId], ...(account ? { account } : {}) };
    const token = await ask(desk, waveId, given);
    await answer(open.house, token, { [KEY]: score });
  };
  /** A programme of this promise with a wave for buyers. */
  const promised = async (promise: Confidentiality) => {
    programmeId = await openProgramme(desk, 'In confidence', promise);
    ({ waveId } = await draftWave(desk, ['buyer'], programmeId));
  };
  const close = async () => {
    await countWaiting(open.house);
    await closeWave(open.house, desk.workspace, { waveId, actor: desk.memberId }, async () => {});
    open.clock.advance(SECOND);
  };

  test('a rule opens one follow-up for each answer at or under its line, of its persona alone', async () => {
    await makeRule(desk, programmeId);
    open.clock.advance(MINUTE);
    for (const score of ['6', '7', '0']) await hear(score);
    await hear('1', 'end_user');
    await look();
    const opened = await followUps(desk);
    expect(opened).toHaveLength(2);
    expect(opened).toMatchObject([
      { persona_id: 'buyer', came_from: 'answer', what: 'Call back', owner_id: desk.memberId, state: 'open' },
      { persona_id: 'buyer', came_from: 'answer' },
    ]);
    expect(opened.every((row) => row.person_id && row.account_id && row.invitation_id)).toBe(true);
  });

  test('however often and by however many it looks, an answer opens one', async () => {
    await makeRule(desk, programmeId);
    open.clock.advance(MINUTE);
    for (const score of ['2', '3', '4']) await hear(score);
    await Promise.all([look(), look(), look()]);
    for (let minute = 0; minute < 4; minute += 1) {
      open.clock.advance(MINUTE);
      await look();
    }
    expect(await followUps(desk)).toHaveLength(3);
  });

  test('a rule that was switched off while it looks opens nothing', async () => {
    const ruleId = await makeRule(desk, programmeId);
    await switchRule(open.house, desk.workspace, { ruleId, programmeId, isOn: false, actor: desk.memberId });
    const nobody = { accountId: null, personId: null, responseId: null, invitationId: null };
    const late = {
      ...{ ...nobody, surveyVersionId: null, waveId, programmeId, personaId: 'buyer', what: 'Call back' },
      ...{ ownerId: null, due: { hours: 8 }, cameFrom: 'lane' as const, rule: { id: ruleId, about: waveId } },
      ...{ actor: 'system', words: '' },
    };
    expect(await openInside(open.house, desk.workspace, late, NO_HOOKS)).toEqual({ kind: 'off' });
    expect(await followUps(desk)).toEqual([]);
  });

  test('what was answered before it was made, or while it was off, is none of its business', async () => {
    await hear('1');
    open.clock.advance(MINUTE);
    const ruleId = await makeRule(desk, programmeId);
    await look();
    const turn = (isOn: boolean) =>
      switchRule(open.house, desk.workspace, { ruleId, programmeId, isOn, actor: desk.memberId });
    await turn(false);
    await hear('1');
    open.clock.advance(MINUTE);
    await turn(true);
    await look();
    expect(await followUps(desk)).toEqual([]);
    open.clock.advance(SECOND);
    await hear('1');
    await look();
    expect(await followUps(desk)).toHaveLength(1);
  });

  test('an answer whose commit lands a little after the look is found by the next one', async () => {
    await makeRule(desk, programmeId);
    open.clock.advance(10 * MINUTE);
    const written = open.clock.now();
    open.clock.advance(MINUTE);
    await look();
    open.clock.set(written);
    await hear('1');
    open.clock.advance(MINUTE + SECOND);
    await look();
    expect(await followUps(desk)).toHaveLength(1);
  });

  test('a held answer opens nothing until it is released, however late', async () => {
    await makeRule(desk, programmeId);
    open.clock.advance(SECOND);
    await hear('9');
    const held = await hold(desk, waveId, { personaId: 'buyer', score: '1' });
    await look();
    open.clock.advance(3 * DAY);
    await look();
    expect(await followUps(desk)).toEqual([]);
    await release(desk, held);
    await look();
    expect(await followUps(desk)).toMatchObject([{ came_from: 'answer', person_id: null }]);
  });

  test('a rule has one persona, and a question that this persona is asked', async () => {
    const surveyId = await surveyOf(desk, programmeId, 'end_user');
    const rule = { programmeId, what: 'Call back', ownerId: null, hours: 8, actor: desk.memberId };
    const made = (personaId: string, atMost: number, questionKey = KEY) =>
      createRule(open.house, desk.workspace, {
        ...{ ...rule, personaId, trigger: { kind: 'score', surveyId, questionKey, atMost } },
      });
    expect(await made('buyer', 6)).toEqual({ kind: 'unknown', what: 'question' });
    expect(await made('end_user', 6, 'q9')).toEqual({ kind: 'unknown', what: 'question' });
    // Everybody answers 10 or less.
    expect(await made('end_user', 10)).toEqual({ kind: 'unknown', what: 'line' });
    expect(await made('end_user', 6)).toMatchObject({ kind: 'created' });
    const row = open.house.db.selectFrom('follow_up_rule').selectAll();
    const kept = await row.where('workspace_id', '=', desk.workspace.id).executeTakeFirstOrThrow();
    const blended = { ...kept, id: open.house.ids.make(), persona_id: null as never };
    await expect(open.house.db.insertInto('follow_up_rule').values(blended).execute()).rejects.toThrow(
      /null/i,
    );
  });

  test('the background job looks at once', async () => {
    await makeRule(desk, programmeId);
    open.clock.advance(MINUTE);
    await hear('1');
    await startFollowing(open.house).stop();
    expect(await followUps(desk)).toHaveLength(1);
  });

  test('a choice opens one too, and only the choice that the rule names', async () => {
    ({ programmeId, waveId } = await waveOf(desk, withChoice()));
    const surveyId = await surveyOf(desk, programmeId, 'buyer');
    const choose = (choiceKey: string) =>
      makeRule(desk, programmeId, { trigger: { kind: 'choice', surveyId, questionKey: 'q2', choiceKey } });
    await expect(choose('o9')).rejects.toThrow(/choice/);
    await choose('o1');
    open.clock.advance(SECOND);
    for (const [at, chosen] of ['o1', 'o2'].entries()) {
      const token = await ask(desk, waveId, { name: `Chooser ${at}`, personaIds: ['buyer'] });
      await answer(open.house, token, { [KEY]: '9', q2: chosen });
    }
    await look();
    expect(await followUps(desk)).toMatchObject([{ came_from: 'answer', persona_id: 'buyer' }]);
  });

  test('who leaves or changes their role opens one, by the rule of the seat they held', async () => {
    await makeRule(desk, programmeId, { trigger: { kind: 'left' }, what: 'Find out who follows' });
    await makeRule(desk, programmeId, { trigger: { kind: 'role_correction' }, what: 'Meet the new role' });
    open.clock.advance(MINUTE);
    const invitations: string[] = [];
    for (const name of ['Ann Ek', 'Bo Lind']) {
      await ask(desk, waveId, { name, personaIds: ['buyer'] });
      const last = await open.house.db
        .selectFrom('invitation')
        .select('id')
        .where('workspace_id', '=', desk.workspace.id)
        .orderBy('created_at', 'desc')
        .execute();
      invitations.push(last.find(({ id }) => !invitations.includes(id))!.id);
    }
    const say = (invitationId: string, said: Parameters<typeof correctRole>[2]['said']) =>
      correctRole(open.house, desk.workspace, { invitationId, said });
    await say(invitations[0]!, { kind: 'left' });
    await say(invitations[1]!, { kind: 'other', personaId: 'end_user' });
    await look();
    await look();
    const opened = await followUps(desk);
    expect(opened.map(({ what }) => what).sort()).toEqual(['Find out who follows', 'Meet the new role']);
    expect(opened.every((row) => row.person_id && row.persona_id === 'buyer')).toBe(true);
  });

  describe('silence before a renewal', () => {
    const renew = (renewalOn: string) =>
      saveAccount(open.house, desk.workspace, { name: 'Meridian Foods', renewalOn, actor: desk.memberId });
    const silence = { trigger: { kind: 'silence', silentDays: 90, renewalDays: 60 } } as const;

    test('opens one for each account and renewal day', async () => {
      await seat(desk, { name: 'Henrik Aalto', personaIds: ['buyer'] });
      await renew('2027-03-20');
      await makeRule(desk, programmeId, silence);
      await look();
      expect(await followUps(desk)).toEqual([]);
      open.clock.set('2027-02-10T09:00:00Z');
      await look();
      open.clock.advance(2 * HOUR);
      await look();
      expect(await followUps(desk)).toMatchObject([{ came_from: 'silence', person_id: null, wave_id: null }]);
      await renew('2027-04-01');
      open.clock.advance(2 * HOUR);
      await look();
      expect(await followUps(desk)).toHaveLength(2);
    });

    test('somebody of the persona who was heard breaks it, and somebody of another does not', async () => {
      await renew('2027-03-20');
      await makeRule(desk, programmeId, silence);
      await makeRule(desk, programmeId, { ...silence, personaId: 'end_user' });
      open.clock.set('2027-02-01T09:00:00Z');
      await hear('9', 'buyer', 'Meridian Foods');
      open.clock.set('2027-02-10T09:00:00Z');
      await look();
      expect(await followUps(desk)).toMatchObject([{ persona_id: 'end_user' }]);
    });
  });

  describe('answers given in confidence', () => {
    /** A closing is looked at a little after it, when whatever was being written beside it has landed. */
    const lookAtClosed = async () => {
      await look();
      open.clock.advance(3 * MINUTE);
      await look();
    };
    const hearAll = async (under: number, over: number) => {
      for (let one = 0; one < under + over; one += 1)
        await hear(one < under ? '2' : '9', 'buyer', `Account ${one % 4}`);
    };

    test('open one follow-up about the lane once the wave is closed, and it leads to nobody', async () => {
      await promised('confidential');
      await makeRule(desk, programmeId);
      open.clock.advance(SECOND);
      await hearAll(5, 5);
      await look();
      expect(await followUps(desk)).toEqual([]);
      await close();
      await lookAtClosed();
      expect(await followUps(desk)).toMatchObject([
        { came_from: 'lane', wave_id: waveId, person_id: null, account_id: null, response_id: null },
      ]);
    });

    test('are judged at one moment: nothing is opened by the answer that comes to count just before or after', async () => {
      await promised('confidential');
      await makeRule(desk, programmeId);
      open.clock.advance(SECOND);
      await hearAll(4, 8);
      const late = await ask(desk, waveId, { name: 'Late Comer', personaIds: ['buyer'] });
      await close();
      /** What is there while it looks four times a minute. */
      const lookFor = async (minutes: number) => {
        for (let times = 0; times < minutes * 4; times += 1) {
          await look();
          open.clock.advance(15 * SECOND);
        }
        return (await followUps(desk)).length;
      };
      expect(await lookFor(0.5)).toBe(0);
      expect(await answer(open.house, late, { [KEY]: '2' })).toMatchObject({ kind: 'kept' });
      await countWaiting(open.house);
      expect(await lookFor(1)).toBe(0);
      expect(await lookFor(2)).toBe(1);
    });

    test('stay unopened where they were when they were judged', async () => {
      await promised('confidential');
      await makeRule(desk, programmeId);
      open.clock.advance(SECOND);
      await hearAll(4, 8);
      const late = await ask(desk, waveId, { name: 'Late Comer', personaIds: ['buyer'] });
      await close();
      await lookAtClosed();
      expect(await answer(open.house, late, { [KEY]: '2' })).toMatchObject({ kind: 'kept' });
      await countWaiting(open.house);
      await lookAtClosed();
      expect(await followUps(desk)).toEqual([]);
    });

    test.each([
      ['too few under the line', 4, 8],
      ['too few above it', 8, 4],
      ['too few in all', 6, 0],
    ])('open none of %s', async (_why, under, over) => {
      await promised('confidential');
      await makeRule(desk, programmeId);
      open.clock.advance(SECOND);
      await hearAll(under, over);
      await close();
      await lookAtClosed();
      expect(await followUps(desk)).toEqual([]);
    });

    test('are refused to every rule where they can be linked to nobody, whoever wrote the rule', async () => {
      await promised('unlinkable');
      const surveyId = await surveyOf(desk, programmeId, 'buyer');
      const trigger = { kind: 'score', surveyId, questionKey: KEY, atMost: 6 } as const;
      const rule = { programmeId, personaId: 'buyer', trigger, what: 'Call back', ownerId: null, hours: 8 };
      const made = await createRule(open.house, desk.workspace, { ...rule, actor: desk.memberId });
      expect(made).toMatchObject({ kind: 'refused', message: expect.stringContaining('linked to nobody') });
      const { workspace } = desk;
      await open.house.db
        .insertInto('follow_up_rule')
        .values({
          ...{ workspace_id: workspace.id, id: open.house.ids.make(), programme_id: programmeId },
          ...{ persona_id: 'buyer', kind: 'score', survey_id: surveyId, question_key: KEY, at_most: 6 },
          ...{ choice_key: null, silent_days: null, renewal_days: null, what: 'Call', owner_id: null },
          ...{ hours: 8, is_on: 1, since: 0, looked_until: 0, created_at: 0 },
        })
        .execute();
      await hearAll(10, 0);
      await close();
      await lookAtClosed();
      expect(await followUps(desk)).toEqual([]);
    });

    test('a lane that leads to somebody is refused by the database', async () => {
      await promised('confidential');
      const [roleId] = await seat(desk, { name: 'Henrik Aalto', personaIds: ['buyer'] });
      const role = await open.house.db
        .selectFrom('role_assignment')
        .select('person_id')
        .where('workspace_id', '=', desk.workspace.id)
        .where('id', '=', roleId!)
        .executeTakeFirstOrThrow();
      const ruleId = await makeRule(desk, programmeId);
      const insert = open.house.db
        .insertInto('follow_up')
        .values({
          ...{ workspace_id: desk.workspace.id, id: open.house.ids.make(), programme_id: programmeId },
          ...{ wave_id: waveId, persona_id: 'buyer', survey_version_id: null, account_id: null },
          ...{ person_id: role.person_id, response_id: null, invitation_id: null, came_from: 'lane' },
          ...{ rule_id: ruleId, about: waveId, what: 'Call', owner_id: desk.memberId, due_at: 1 },
          ...{ state: 'open', because: null, outcome: null, opened_at: 1, first_act_at: null },
          ...{ closed_at: null, told_at: null, revision: 1 },
        })
        .execute();
      await expect(insert).rejects.toThrow(/check/i);
    });
  });
});
