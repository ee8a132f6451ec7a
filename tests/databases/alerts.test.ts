import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveAccount } from '#app/audience/save-account.server.ts';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { listAlerts } from '#app/followup/alert/list-alerts.server.ts';
import { markSeen } from '#app/followup/alert/mark-seen.server.ts';
import { createAlertRule, createFallRules } from '#app/followup/alert/rule/create-alert-rules.server.ts';
import { deleteAlertRule } from '#app/followup/alert/rule/delete-alert-rule.server.ts';
import { listAlertRules } from '#app/followup/alert/rule/list-alert-rules.server.ts';
import { switchAlertRule } from '#app/followup/alert/rule/switch-alert-rule.server.ts';
import { watchAlerts } from '#app/followup/alert/watching/watch-alerts.server.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#app/platform/clock.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import { correctRole } from '#app/programme/correction/correct-role.server.ts';
import { shutProgramme } from '#app/programme/shut-programme.server.ts';
import { alertMails, alerts, makeAlertRule, raiseBy } from '#tests/support/alerting.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave, openProgramme, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { all, endWave, type Lane, playWave, publishReworded } from '#tests/support/fallen-waves.ts';
import { colleague } from '#tests/support/following.ts';
import type { Scores } from '#tests/support/heard.ts';
import { KEY } from '#tests/support/held.ts';
import { makeEndpoint } from '#tests/support/hooks.ts';
import { foundTestWorkspace, openTestHouse, START, type TestHouse } from '#tests/support/house.ts';
import { releaseAll } from '#tests/support/release.ts';

const FALL = { watch: { kind: 'fell', points: 20 }, name: 'Buyers fall by 20 points' } as const;

describe.each(ENGINES)('alerts on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let programmeId: string;
  let waveId: string;
  let lanes: Lane[];
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    open.clock.set(START);
    desk = await anotherDesk(open.house, 'Alerts');
    ({ programmeId, waveId, lanes } = await draftWave(desk, ['buyer', 'end_user']));
  });

  const look = () => watchAlerts(open.house);
  const promised = async (promise: Confidentiality) => {
    programmeId = await openProgramme(desk, 'In confidence', promise);
    ({ waveId, lanes } = await draftWave(desk, ['buyer', 'end_user'], programmeId));
  };
  const play = async (name: string, scores: Scores) => {
    const played = await playWave(desk, { programmeId, name, lanes }, scores);
    open.clock.advance(MINUTE);
    return played;
  };
  const close = async (id: string) => {
    await endWave(desk, id);
    open.clock.advance(SECOND);
  };
  /** Two closed waves, in which these scores were given. */
  const hearTwice = async (autumn: Scores, spring: Scores) => {
    await close(await play('Autumn 2026', autumn));
    const second = await play('Spring 2027', spring);
    await close(second);
    return second;
  };
  const SAID =
    /^Buyers fell by 200 points from \+100 in “Autumn 2026” \((all )?10( of \d+)? heard\) to −100 in “Spring 2027” \((all )?10( of \d+)? heard\): down, the difference is between −\d+ and −\d+\.$/;

  describe('a score that fell', () => {
    test('raises one for the wave, however often and by however many it is looked for', async () => {
      await makeAlertRule(desk, programmeId, FALL);
      const second = await hearTwice({ buyer: all(10, 9) }, { buyer: all(10, 3) });
      await Promise.all([look(), look(), look()]);
      open.clock.advance(MINUTE);
      await look();
      const raised = await alerts(desk);
      expect(raised).toHaveLength(1);
      expect(raised).toMatchObject([
        { kind: 'fell', persona_id: 'buyer', wave_id: second, person_id: null, account_id: null },
      ]);
      expect(raised[0]!.what).toMatch(SAID);
      expect(await alertMails(desk)).toHaveLength(1);
    });

    test.each<[string, Scores, Scores, number]>([
      ['of another persona', { end_user: all(10, 9) }, { end_user: all(10, 3) }, 20],
      ['by fewer points', { buyer: all(10, 9) }, { buyer: all(10, 7) }, 150],
      ['among too few to compare', { buyer: all(7, 9) }, { buyer: all(7, 3) }, 20],
      [
        'by as much as chance makes',
        { buyer: [...all(5, 9), ...all(5, 3)] },
        { buyer: [...all(4, 9), ...all(6, 3)] },
        10,
      ],
    ])('raises none where it is %s', async (_why, autumn, spring, points) => {
      await makeAlertRule(desk, programmeId, { ...FALL, watch: { kind: 'fell', points } });
      await hearTwice(autumn, spring);
      await look();
      expect(await alerts(desk)).toEqual([]);
    });

    test('waits until both waves are closed, and was none of the business of a rule made later', async () => {
      await makeAlertRule(desk, programmeId, FALL);
      const first = await play('Autumn 2026', { buyer: all(10, 9) });
      const second = await play('Spring 2027', { buyer: all(10, 3) });
      await look();
      await close(second);
      await look();
      expect(await alerts(desk)).toEqual([]);
      open.clock.advance(DAY);
      await close(first);
      await look();
      expect(await alerts(desk)).toMatchObject([{ wave_id: second }]);
      open.clock.advance(HOUR);
      await makeAlertRule(desk, programmeId, { ...FALL, name: 'Too late' });
      await look();
      expect(await alerts(desk)).toHaveLength(1);
    });

    test('between two wordings is no comparison, so no alert', async () => {
      await makeAlertRule(desk, programmeId, FALL);
      await close(await play('Autumn 2026', { buyer: all(10, 9) }));
      const versionId = await publishReworded(desk, programmeId, 'How likely are you to stay?');
      lanes = [{ personaId: 'buyer', versionId }];
      await close(await play('Spring 2027', { buyer: all(10, 3) }));
      await look();
      expect(await alerts(desk)).toEqual([]);
    });

    test('of answers given in confidence raises one that leads to nobody', async () => {
      await promised('confidential');
      await makeAlertRule(desk, programmeId, FALL);
      await hearTwice({ buyer: all(10, 9) }, { buyer: all(10, 3) });
      await look();
      expect(await alerts(desk)).toEqual([]);
      open.clock.advance(20 * MINUTE);
      await releaseAll(open.house);
      await look();
      expect(await alerts(desk)).toMatchObject([{ person_id: null, account_id: null }]);
      expect((await alerts(desk))[0]!.what).toMatch(
        /^Buyers fell by 200 points from \+100 in “Autumn 2026” \(10 to 19( of \d+)? heard\) to −100 /,
      );
    });
  });

  describe('whose figure stands where', () => {
    const FIGURE = /[+−]\d|\bpoints\b(?! or more)|\binterval\b|\bdifference\b/;
    /** All that leaves: alerts, mails and events, each as a text, by the persona it is of. */
    const leaving = async () => ({
      rows: (await alerts(desk)).map(({ persona_id, what }) => ({ persona: persona_id, text: what })),
      mails: (await alertMails(desk)).map(({ subject, body }) => ({ subject, body })),
      events: await open.house.db
        .selectFrom('hook_event')
        .select(['data', 'named_data', 'persona_id'])
        .where('workspace_id', '=', desk.workspace.id)
        .where('kind', '=', 'alert.raised')
        .execute(),
    });
    const hear = async (scores: Scores) => {
      desk = await anotherDesk(open.house, 'Figures');
      ({ programmeId, lanes } = await draftWave(desk, ['buyer', 'end_user']));
      await makeEndpoint(desk, 'https://hooks.example.com/a', {
        kinds: ['alert.raised'],
        carriesNames: true,
      });
      for (const personaId of ['buyer', 'end_user'])
        await makeAlertRule(desk, programmeId, { ...FALL, personaId, name: `A fall, ${personaId}` });
      await hearTwice({ buyer: all(12, 9), end_user: all(12, 9) }, scores);
      await look();
      return leaving();
    };

    test('each alert and mail with a figure is of exactly one persona, and no webhook has one', async () => {
      const { rows, mails, events } = await hear({ buyer: all(12, 3), end_user: all(12, 7) });
      expect(rows.map(({ persona }) => persona).sort()).toEqual(['buyer', 'end_user']);
      const named = (text: string) => ['Buyers', 'End-users'].filter((plural) => text.includes(plural));
      for (const { persona, text } of rows) {
        expect(text).toMatch(FIGURE);
        expect(named(text)).toEqual([persona === 'buyer' ? 'Buyers' : 'End-users']);
      }
      expect(mails).toHaveLength(2);
      for (const { subject, body } of mails) {
        expect(subject).not.toMatch(FIGURE);
        expect(named(body)).toHaveLength(1);
        expect(rows.filter(({ text }) => body.includes(text))).toHaveLength(1);
      }
      expect(events.map(({ persona_id }) => persona_id).sort()).toEqual(['buyer', 'end_user']);
      for (const { data, named_data } of events)
        for (const text of [data, named_data]) {
          expect(text).not.toMatch(FIGURE);
          expect(JSON.parse(text)).toMatchObject({ persona: { id: expect.any(String) } });
        }
    });

    test('what one persona answers moves nothing that is of another, and no webhook', async () => {
      const low = await hear({ buyer: all(12, 3), end_user: all(12, 3) });
      const high = await hear({ buyer: [...all(8, 3), ...all(4, 7)], end_user: all(12, 3) });
      const of = (persona: string, { rows }: typeof low) => rows.filter((row) => row.persona === persona);
      expect(of('end_user', high)).toEqual(of('end_user', low));
      expect(of('buyer', high)).not.toEqual(of('buyer', low));
      const shape = ({ events }: typeof low) =>
        events.map(({ named_data }) => {
          const { rule, persona, account_name, person_name, words } = JSON.parse(named_data);
          return JSON.stringify({ rule, persona, account_name, person_name, words });
        });
      expect(shape(high).sort()).toEqual(shape(low).sort());
    });
  });

  describe('silence before a renewal', () => {
    const silence = { watch: { kind: 'silence', silentDays: 90, renewalDays: 60 } } as const;
    const renew = (renewalOn: string) =>
      saveAccount(open.house, desk.workspace, { name: 'Meridian Foods', renewalOn, actor: desk.memberId });

    test('raises one for each account and renewal day, of its persona alone', async () => {
      await seat(desk, { name: 'Henrik Aalto', personaIds: ['buyer'] });
      await renew('2027-03-20');
      await makeAlertRule(desk, programmeId, silence);
      await makeAlertRule(desk, programmeId, { ...silence, personaId: 'end_user' });
      await look();
      expect(await alerts(desk)).toEqual([]);
      open.clock.set('2027-02-01T09:00:00Z');
      const token = await ask(desk, waveId, { name: 'Ulla Berg', personaIds: ['end_user'] });
      await answer(open.house, token, { [KEY]: '9' });
      open.clock.set('2027-02-10T09:00:00Z');
      await look();
      open.clock.advance(2 * HOUR);
      await look();
      expect(await alerts(desk)).toMatchObject([
        {
          ...{ persona_id: 'buyer', kind: 'silence', person_id: null, wave_id: null },
          what: 'Buyers: nobody was heard at the account for 90 days, and it renews on 20 March 2027.',
        },
      ]);
      await renew('2027-04-01');
      open.clock.advance(2 * HOUR);
      await look();
      expect(await alerts(desk)).toHaveLength(2);
    });

    test('raises none in a programme that is shut', async () => {
      await seat(desk, { name: 'Henrik Aalto', personaIds: ['buyer'] });
      await renew('2027-03-20');
      await makeAlertRule(desk, programmeId, silence);
      const note = { heard: 'We heard you.', willNot: 'We stopped.' };
      const shutting = { programmeId, reason: 'Nobody acted', note, actor: desk.memberId };
      await shutProgramme(open.house, desk.workspace, shutting, endWithWave);
      open.clock.set('2027-02-10T09:00:00Z');
      await look();
      expect(await alerts(desk)).toEqual([]);
    });

    test.each(['confidential', 'unlinkable'] as const)('is refused where answers are %s', async (promise) => {
      await promised(promise);
      const rule = { ...silence, programmeId, personaId: 'buyer', name: 'Silent', memberIds: [] };
      const made = await createAlertRule(open.house, desk.workspace, { ...rule, actor: desk.memberId });
      expect(made).toMatchObject({ kind: 'refused', message: expect.stringContaining('told to nobody') });
      // Also a rule that came into the table by another way finds nothing.
      await open.house.db
        .insertInto('alert_rule')
        .values({
          ...{ workspace_id: desk.workspace.id, id: open.house.ids.make(), programme_id: programmeId },
          ...{ persona_id: 'buyer', name: 'Silent', kind: 'silence', points: null, silent_days: 1 },
          ...{ renewal_days: 730, within_days: null, is_on: 1, since: 0, looked_until: 0, created_at: 0 },
          gone_at: null,
        })
        .execute();
      await seat(desk, { name: 'Henrik Aalto', personaIds: ['buyer'] });
      await renew('2027-03-20');
      open.clock.set('2027-02-10T09:00:00Z');
      await look();
      expect(await alerts(desk)).toEqual([]);
    });
  });

  test('an answer that is owed raises one before they may not be asked any more, and none again', async () => {
    await makeAlertRule(desk, programmeId, { name: 'Owed', watch: { kind: 'owed', withinDays: 10 } });
    await makeAlertRule(desk, programmeId, {
      ...{ name: 'Owed', personaId: 'end_user', watch: { kind: 'owed', withinDays: 10 } },
    });
    await play('Autumn 2026', { buyer: all(4, 9) });
    open.clock.set('2027-02-20T09:00:00Z');
    await look();
    expect(await alerts(desk)).toEqual([]);
    open.clock.set('2027-02-27T09:00:00Z');
    await look();
    expect(await alerts(desk)).toMatchObject([{ persona_id: 'buyer', kind: 'owed' }]);
    expect((await alerts(desk))[0]!.what).toBe(
      'Buyers: 4 buyers answered “Autumn 2026”. 4 are to hear back by 5 March 2027. From the day after, no send of the programme asks them again until they do.',
    );
    open.clock.set('2027-03-07T09:00:00Z');
    await look();
    expect(await alerts(desk)).toHaveLength(1);
    await makeAlertRule(desk, programmeId, { name: 'Late', watch: { kind: 'owed', withinDays: 0 } });
    await look();
    expect((await alerts(desk))[1]!.what).toContain('4 have not heard back');
  });

  test.each(['attributed', 'confidential', 'unlinkable'] as const)(
    'somebody who left raises one by the rule of their seat, where answers are %s',
    async (promise) => {
      await promised(promise);
      await makeAlertRule(desk, programmeId);
      await makeAlertRule(desk, programmeId, { personaId: 'end_user' });
      open.clock.advance(MINUTE);
      await ask(desk, waveId, { name: 'Ann Ek', personaIds: ['buyer'] });
      const { id: invitationId } = await open.house.db
        .selectFrom('invitation')
        .select('id')
        .where('workspace_id', '=', desk.workspace.id)
        .executeTakeFirstOrThrow();
      await correctRole(open.house, desk.workspace, { invitationId, said: { kind: 'left' } });
      await Promise.all([look(), look()]);
      await look();
      expect(await alerts(desk)).toMatchObject([{ persona_id: 'buyer', kind: 'left', wave_id: waveId }]);
      expect((await alerts(desk))[0]!.person_id).not.toBeNull();
      expect((await alertMails(desk))[0]!.body).toContain('Ann Ek, Meridian Foods');
    },
  );

  describe('whom it mails', () => {
    const raise = (ruleId: string) => raiseBy(desk, { programmeId, ruleId }, { what: 'Buyers: look.' });

    test('those named, within the hours in which people are asked', async () => {
      const bo = await colleague(desk, 'Bo');
      const ruleId = await makeAlertRule(desk, programmeId, { memberIds: [desk.memberId, bo] });
      await makeAlertRule(desk, programmeId, { memberIds: [] });
      // A Saturday; the hours that a workspace starts with are Monday to Thursday, 08:00 to 17:00 UTC.
      open.clock.set('2027-02-06T23:00:00Z');
      await raise(ruleId);
      const monday = Date.parse('2027-02-08T08:00:00Z');
      expect((await alertMails(desk)).map(({ next_at }) => next_at)).toEqual([monday, monday]);
      expect((await alertMails(desk)).map(({ to_name }) => to_name).sort()).toEqual(['Ada', 'Bo']);
      open.clock.set('2027-02-09T10:30:00Z');
      await raise(ruleId);
      expect((await alertMails(desk)).filter(({ next_at }) => next_at === open.clock.now())).toHaveLength(2);
    });

    test('whoever the programme falls to, where nobody named can look at it any more', async () => {
      const bo = await colleague(desk, 'Bo');
      const ruleId = await makeAlertRule(desk, programmeId, { memberIds: [bo] });
      await open.house.db
        .updateTable('member')
        .set({ permission: 'executive' })
        .where('workspace_id', '=', desk.workspace.id)
        .where('id', '=', bo)
        .execute();
      await raise(ruleId);
      expect((await alertMails(desk)).map(({ to_name }) => to_name)).toEqual(['Ada']);
    });

    test('nobody, where the rule names nobody; the alert stands in the list', async () => {
      const ruleId = await makeAlertRule(desk, programmeId, { memberIds: [] });
      await raise(ruleId);
      expect(await alertMails(desk)).toEqual([]);
      expect((await listAlerts(open.house.db, desk.workspace, {})).unseen).toHaveLength(1);
    });

    test('only members who work on follow-ups can be named', async () => {
      const boss = await colleague(desk, 'Boss', 'executive');
      const rule = { programmeId, personaId: 'buyer', name: 'Left', watch: { kind: 'left' } } as const;
      const made = { ...rule, memberIds: [boss], actor: desk.memberId };
      expect(await createAlertRule(open.house, desk.workspace, made)).toEqual({
        ...{ kind: 'unknown', what: 'members' },
      });
    });
  });

  test('a rule that is off or deleted raises nothing, and what it raised stays', async () => {
    const ruleId = await makeAlertRule(desk, programmeId, FALL);
    await raiseBy(desk, { programmeId, ruleId }, { waveId, what: 'Buyers fell.' });
    const turn = (isOn: boolean) =>
      switchAlertRule(open.house, desk.workspace, { ruleId, programmeId, isOn, actor: desk.memberId });
    expect(await turn(false)).toBe(true);
    // A look that began before finds it off when it raises.
    const late = raiseBy(desk, { programmeId, ruleId }, { waveId, what: 'Buyers fell again.' });
    await expect(late).rejects.toThrow('not raised');
    await hearTwice({ buyer: all(10, 9) }, { buyer: all(10, 3) });
    await look();
    open.clock.advance(10 * MINUTE);
    expect(await turn(true)).toBe(true);
    await look();
    expect(await alerts(desk)).toHaveLength(1);
    const gone = { ruleId, programmeId, actor: desk.memberId };
    expect(await deleteAlertRule(open.house, desk.workspace, gone)).toBe(true);
    expect(await deleteAlertRule(open.house, desk.workspace, gone)).toBe(false);
    expect(await turn(true)).toBe(false);
    expect((await listAlertRules(open.house.db, desk.workspace, programmeId))?.rules).toEqual([]);
    const { unseen } = await listAlerts(open.house.db, desk.workspace, {});
    expect(unseen).toMatchObject([{ ruleName: FALL.name, what: 'Buyers fell.' }]);
  });

  test('“any persona falls” makes one rule for each persona, each with its name, once', async () => {
    const asked = { programmeId, points: 20, memberIds: [desk.memberId], actor: desk.memberId };
    const every = () => createFallRules(open.house, desk.workspace, asked);
    expect(await every()).toMatchObject({ kind: 'created', ids: { length: 2 } });
    const page = await listAlertRules(open.house.db, desk.workspace, programmeId);
    expect(page?.rules).toMatchObject([
      { personaId: 'end_user', name: 'End-users fall by 20 points', mailed: ['Ada'] },
      { personaId: 'buyer', name: 'Buyers fall by 20 points', mailed: ['Ada'] },
    ]);
    expect(await every()).toEqual({ kind: 'none_left', asksNobody: false });
    programmeId = await openProgramme(desk, 'Yet empty');
    expect(await createFallRules(open.house, desk.workspace, { ...asked, programmeId })).toEqual({
      ...{ kind: 'none_left', asksNobody: true },
    });
  });

  test('who saw it first stays, and another workspace sees nothing of it', async () => {
    const ruleId = await makeAlertRule(desk, programmeId);
    await raiseBy(desk, { programmeId, ruleId }, { what: 'Buyers: look.' });
    const ids = (await alerts(desk)).map(({ id }) => id);
    const other = await anotherDesk(open.house, 'Other');
    const seeing = { ids, memberId: other.memberId };
    expect(await markSeen(open.house, other.workspace, seeing)).toBe(0);
    expect(await listAlerts(open.house.db, other.workspace, {})).toMatchObject({ unseen: [], seen: [] });
    expect(await markSeen(open.house, desk.workspace, { ids, memberId: desk.memberId })).toBe(1);
    const bo = await colleague(desk, 'Bo');
    expect(await markSeen(open.house, desk.workspace, { ids, memberId: bo })).toBe(0);
    expect(await listAlerts(open.house.db, desk.workspace, {})).toMatchObject({
      ...{ unseen: [], unseenInAll: 0, seen: [{ seenByName: 'Ada' }] },
    });
  });

  test('the database takes no alert of another persona than its rule’s, and none of a fall that leads to somebody', async () => {
    const ruleId = await makeAlertRule(desk, programmeId, FALL);
    const [roleId] = await seat(desk, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    const { person_id } = await open.house.db
      .selectFrom('role_assignment')
      .select('person_id')
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', roleId!)
      .executeTakeFirstOrThrow();
    const insert = (more: object) =>
      open.house.db
        .insertInto('alert')
        .values({
          ...{ workspace_id: desk.workspace.id, id: open.house.ids.make(), rule_id: ruleId, about: 'a' },
          ...{ kind: 'fell', programme_id: programmeId, persona_id: 'buyer', wave_id: waveId },
          ...{ account_id: null, person_id: null, what: 'Buyers fell.', raised_at: 1 },
          ...{ seen_by: null, seen_at: null, ...more },
        })
        .execute();
    await expect(insert({ persona_id: 'end_user' })).rejects.toThrow(/foreign key/i);
    await expect(insert({ persona_id: null })).rejects.toThrow(/null/i);
    await expect(insert({ person_id })).rejects.toThrow(/check/i);
    await expect(insert({ kind: 'left' })).rejects.toThrow(/foreign key/i);
    await insert({});
    await expect(insert({})).rejects.toThrow(/unique/i);
  });
});
