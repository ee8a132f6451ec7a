import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actOnFollowUps } from '#app/followup/act-on-follow-ups.server.ts';
import { saveAway } from '#app/followup/away/save-away.server.ts';
import { handOver } from '#app/followup/hand-over.server.ts';
import { NO_HOOKS } from '#app/followup/hooks.server.ts';
import { openFollowUp } from '#app/followup/open-follow-up.server.ts';
import { listOpenAbout, listQueue } from '#app/followup/queue/list-queue.server.ts';
import { listStranded } from '#app/followup/queue/list-stranded.server.ts';
import { readPace } from '#app/followup/queue/read-pace.server.ts';
import { readFollowUp } from '#app/followup/read-follow-up.server.ts';
import { changePermission } from '#app/membership/members/change-permission.server.ts';
import { disableMember } from '#app/membership/members/disable-member.server.ts';
import { HOUR } from '#app/platform/clock.ts';
import { addQuestion, changeQuestion } from '#app/survey/draft/draft.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave, oneQuestion, openProgramme } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { act, colleague, followUps, openOne, waveOf } from '#tests/support/following.ts';
import { KEY } from '#tests/support/held.ts';
import { foundTestWorkspace, openTestHouse, START, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('follow-ups on %s', (engine) => {
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
    desk = await anotherDesk(open.house, 'Follow');
    ({ programmeId, waveId } = await draftWave(desk, ['buyer', 'end_user']));
  });

  /** Henrik, a buyer of Meridian Foods, answers this; the response. */
  const heard = async (score = '3') => {
    const token = await ask(desk, waveId, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    await answer(open.house, token, { [KEY]: score });
    return open.house.db
      .selectFrom('response')
      .selectAll()
      .where('workspace_id', '=', desk.workspace.id)
      .executeTakeFirstOrThrow();
  };
  const read = async (id: string) => (await readFollowUp(open.house.db, desk.workspace, id))!;
  const listed = (whose: string | undefined, now = open.clock.now()) =>
    listQueue(open.house.db, desk.workspace, {
      ...{ filter: { state: 'unsettled', ownerId: whose }, memberId: desk.memberId, now },
    });

  test('one that is opened for an answer says whose it is, and its history begins', async () => {
    const { id: responseId, person_id, account_id, invitation_id } = await heard();
    const events: unknown[] = [];
    const id = await openOne(
      desk,
      programmeId,
      { waveId, responseId },
      { ...NO_HOOKS, onEvent: async (_tx, _workspace, event) => void events.push(event) },
    );
    expect(await followUps(desk)).toMatchObject([
      { id, person_id, account_id, invitation_id, response_id: responseId, state: 'open', revision: 1 },
    ]);
    const { followUp, history } = await read(id);
    expect(followUp).toMatchObject({ personName: 'Henrik Aalto', accountName: 'Meridian Foods' });
    expect(history).toMatchObject([{ kind: 'opened', by: 'Ada' }]);
    const at = open.clock.now();
    expect(events).toEqual([{ kind: 'follow_up.opened', id, personaId: 'buyer', at }]);
    const about = { personId: person_id! };
    expect(await listOpenAbout(open.house.db, desk.workspace, about)).toMatchObject([{ id }]);
  });

  test('its page holds what the person wrote, and not what they scored', async () => {
    const draft = changeQuestion(addQuestion(oneQuestion(), 'text'), 'q2', (question) => ({
      ...{ ...question, wording: 'Why?', concept: 'reason', serves: 'unknown' as const },
    }));
    ({ programmeId, waveId } = await waveOf(desk, draft));
    for (const [name, score, words] of [
      ['Ann Ek', '2', 'The invoice was wrong'],
      ['Bo Lind', '8', 'All is well'],
    ] as const) {
      const token = await ask(desk, waveId, { name, personaIds: ['buyer'] });
      await answer(open.house, token, { [KEY]: score, q2: words });
    }
    const ann = await open.house.db
      .selectFrom('response as r')
      .innerJoin('person as p', (on) =>
        on.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.id', '=', 'r.person_id'),
      )
      .select('r.id')
      .where('r.workspace_id', '=', desk.workspace.id)
      .where('p.name', '=', 'Ann Ek')
      .executeTakeFirstOrThrow();
    const { words } = await read(await openOne(desk, programmeId, { waveId, responseId: ann.id }));
    expect(words).toEqual([{ words: 'The invoice was wrong', about: null }]);
  });

  test('what must happen in the same transaction undoes it when it fails', async () => {
    const onEvent = () => Promise.reject(new Error('no room'));
    await expect(openOne(desk, programmeId, {}, { ...NO_HOOKS, onEvent })).rejects.toThrow('no room');
    expect(await followUps(desk)).toEqual([]);
  });

  test.each(['confidential', 'unlinkable'] as const)('a %s programme names nobody', async (promise) => {
    const { person_id: personId, account_id: accountId } = await heard();
    const kept = await openProgramme(desk, 'In confidence', promise);
    const base = { what: 'Call back', programmeId: kept, personaId: 'buyer', waveId: null, responseId: null };
    const given = { ...base, ownerId: null, due: { hours: 1 }, actor: desk.memberId };
    for (const about of [
      { personId, accountId: null },
      { personId: null, accountId },
    ])
      expect(await openFollowUp(open.house, desk.workspace, { ...given, ...about })).toEqual({
        kind: 'in_confidence',
      });
    const id = await openOne(desk, kept);
    // Whatever a row holds, nobody is read from it.
    await open.house.db
      .insertInto('follow_up')
      .values({
        ...(await followUps(desk)).find((row) => row.id === id)!,
        ...{ id: open.house.ids.make(), person_id: personId, account_id: accountId },
      })
      .execute();
    const { lines } = await listed(desk.memberId);
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(lines)).not.toMatch(/Henrik|Meridian/);
    expect(await listOpenAbout(open.house.db, desk.workspace, { personId: personId! })).toEqual([]);
  });

  test('an answer of another persona fits in none, whoever writes it', async () => {
    const { id: responseId } = await heard();
    const opening = { what: 'Call back', programmeId, personaId: 'end_user', waveId, responseId };
    const given = { ...opening, accountId: null, personId: null, ownerId: null };
    const opened = { ...given, due: { hours: 1 }, actor: desk.memberId };
    expect(await openFollowUp(open.house, desk.workspace, opened)).toEqual({
      kind: 'unknown',
      what: 'response',
    });
    await openOne(desk, programmeId, { waveId, responseId });
    const [row] = await followUps(desk);
    const mixed = { ...row!, id: open.house.ids.make(), persona_id: 'end_user' };
    await expect(open.house.db.insertInto('follow_up').values(mixed).execute()).rejects.toThrow(
      /foreign key/i,
    );
  });

  test('is taken up, done and told, in this order, with who did it', async () => {
    const { id: responseId, invitation_id } = await heard();
    const id = await openOne(desk, programmeId, { waveId, responseId });
    const told: unknown[] = [];
    const hooks = {
      ...NO_HOOKS,
      onTold: async (_tx: unknown, _ws: unknown, one: unknown) => void told.push(one),
    };
    expect(await act(desk, id, { kind: 'tell' }, hooks)).toMatchObject({ refusal: { kind: 'not_closed' } });
    expect(await act(desk, id, { kind: 'take_up', ownerId: desk.memberId })).toEqual({ kind: 'done' });
    open.clock.advance(HOUR);
    expect(await act(desk, id, { kind: 'comment', words: 'Left a message' })).toEqual({ kind: 'done' });
    expect(await act(desk, id, { kind: 'done', outcome: 'The invoice is right now' })).toEqual({
      kind: 'done',
    });
    expect(await act(desk, id, { kind: 'take_up' })).toMatchObject({ refusal: { kind: 'closed' } });
    expect(await act(desk, id, { kind: 'tell' }, hooks)).toEqual({ kind: 'done' });
    expect(await act(desk, id, { kind: 'tell' }, hooks)).toMatchObject({ refusal: { kind: 'told_before' } });
    const at = open.clock.now();
    expect(told).toEqual([{ waveId, personaId: 'buyer', invitationId: invitation_id, at }]);
    const { followUp, history } = await read(id);
    expect(followUp).toMatchObject({ state: 'done', toldAt: at, firstActAt: at - HOUR, revision: 4 });
    expect(history.map(({ kind }) => kind).sort()).toEqual(['commented', 'doing', 'done', 'opened', 'told']);
  });

  test('the history never changes', async () => {
    await openOne(desk, programmeId);
    const rewrite = open.house.db
      .updateTable('follow_up_note')
      .set({ words: 'Nothing happened' } as never)
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    await expect(rewrite).rejects.toThrow(/FROZEN/);
  });

  test('of members who act on the same page at once one wins, and the others are told who', async () => {
    const bo = await colleague(desk, 'Bo');
    // Which of them meet in the same moment is up to the database, so they meet often.
    for (let round = 0; round < 10; round += 1) {
      const id = await openOne(desk, programmeId);
      const all = [desk.memberId, bo, desk.memberId, bo].map((actor) =>
        actOnFollowUps(open.house, desk.workspace, {
          ...{ on: [{ id, revision: 1 }], acts: [{ kind: 'take_up', ownerId: actor }], actor },
        }),
      );
      const outcomes = await Promise.all(all);
      expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
      const row = (await followUps(desk)).find((one) => one.id === id)!;
      expect(row).toMatchObject({ state: 'doing', revision: 2 });
      const by = row.owner_id === bo ? 'Bo' : 'Ada';
      const refused = outcomes.filter(({ kind }) => kind === 'refused');
      expect(refused).toEqual(Array(3).fill({ kind: 'refused', refusal: { kind: 'moved_on', id, by } }));
    }
  });

  test('a word is added to whatever stands there, and takes no act from anybody', async () => {
    const id = await openOne(desk, programmeId);
    const word = { on: [{ id, revision: 1 }], acts: [{ kind: 'comment', words: 'Called' }] } as const;
    await act(desk, id, { kind: 'take_up' });
    await Promise.all(
      [1, 2, 3].map(() => actOnFollowUps(open.house, desk.workspace, { ...word, actor: desk.memberId })),
    );
    const { history, followUp } = await read(id);
    expect(history.filter(({ kind }) => kind === 'commented')).toHaveLength(3);
    expect(followUp.revision).toBe(2);
  });

  test('with several it is all of them or none', async () => {
    const ids = [await openOne(desk, programmeId), await openOne(desk, programmeId)];
    const third = await openOne(desk, programmeId);
    await act(desk, third, { kind: 'done', outcome: 'Called already' });
    const rows = async () => {
      const found = await followUps(desk);
      return [...ids, third].map((id) => found.find((row) => row.id === id)!);
    };
    const decline = (on: readonly { id: string }[]) =>
      actOnFollowUps(open.house, desk.workspace, {
        ...{ on, acts: [{ kind: 'decline', because: 'The plan stands' }], actor: desk.memberId },
      });
    expect(await decline([...ids, third].map((id) => ({ id })))).toMatchObject({
      refusal: { kind: 'closed' },
    });
    expect((await rows()).map(({ state }) => state)).toEqual(['open', 'open', 'done']);
    expect(await decline([{ id: ids[0]! }, { id: open.house.ids.make() }])).toEqual({ kind: 'unknown' });
    expect(await decline(ids.map((id) => ({ id })))).toEqual({ kind: 'done' });
    expect((await rows()).map(({ because }) => because)).toEqual([
      'The plan stands',
      'The plan stands',
      null,
    ]);
  });

  test('two who decline the same ones in other orders do not wait for each other for ever', async () => {
    const ids = [];
    for (let one = 0; one < 6; one += 1) ids.push(await openOne(desk, programmeId));
    const decline = (order: readonly string[]) =>
      actOnFollowUps(open.house, desk.workspace, {
        on: order.map((id) => ({ id, revision: 1 })),
        acts: [{ kind: 'decline', because: 'The plan stands' }],
        actor: desk.memberId,
      });
    const outcomes = await Promise.all([decline(ids), decline(ids.toReversed())]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  });

  test('an executive and a member who is gone are given none', async () => {
    const executive = await colleague(desk, 'Eve', 'executive');
    const id = await openOne(desk, programmeId);
    const given = await act(desk, id, { kind: 'reassign', ownerId: executive });
    expect(given).toMatchObject({ refusal: { kind: 'unknown_member' } });
    const bo = await colleague(desk, 'Bo');
    await open.house.db
      .updateTable('member')
      .set({ disabled_at: 1 })
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', bo)
      .execute();
    expect(await act(desk, id, { kind: 'reassign', ownerId: bo })).toMatchObject({ kind: 'refused' });
  });

  test('new work of whoever is away goes to their deputy, and says so; what they have stays', async () => {
    const bo = await colleague(desk, 'Bo');
    const before = await openOne(desk, programmeId);
    const away = { memberId: desk.memberId, deputyId: bo, fromDay: '2026-11-02', toDay: '2026-11-06' };
    expect(await saveAway(open.house, desk.workspace, away)).toMatchObject({ kind: 'saved' });
    expect(await saveAway(open.house, desk.workspace, away)).toEqual({ kind: 'overlap' });
    const during = await openOne(desk, programmeId);
    expect((await read(during)).history[0]!.words).toBe('Ada is away until 2026-11-06, so Bo gets it.');
    open.clock.set('2026-11-07T09:00:00Z');
    const after = await openOne(desk, programmeId);
    const owners = new Map((await followUps(desk)).map((row) => [row.id, row.owner_id]));
    expect([before, during, after].map((id) => owners.get(id))).toEqual([desk.memberId, bo, desk.memberId]);
  });

  test('what a member had who is shut out, or reads no names any more, is said to wait, and goes to another with a word in its history', async () => {
    const { house } = open;
    const [gone, low, here] = await Promise.all(['Gone', 'Low', 'Here'].map((name) => colleague(desk, name)));
    const [first, second] = [gone, gone].map((ownerId) => openOne(desk, programmeId, { ownerId: ownerId! }));
    const theirs = [await first!, await second!];
    await openOne(desk, programmeId, { ownerId: low! });
    // More than one transaction takes.
    for (let at = 0; at < 60; at += 1) await openOne(desk, programmeId, { ownerId: gone! });
    await act(desk, theirs[1]!, { kind: 'done', outcome: 'Called them' });
    expect(await listStranded(house.db, desk.workspace)).toEqual([]);
    await disableMember(house, desk.workspace, { memberId: gone!, actor: desk.memberId });
    await changePermission(house, desk.workspace, {
      ...{ memberId: low!, permission: 'executive', actor: desk.memberId },
    });
    expect(await listStranded(house.db, desk.workspace)).toEqual([
      { id: gone, name: 'Gone', followUps: 61 },
      { id: low, name: 'Low', followUps: 1 },
    ]);
    const give = (toId: string) =>
      handOver(house, desk.workspace, { fromId: gone!, toId, actor: desk.memberId });
    expect(await give(low!)).toEqual({
      ...{ acted: { kind: 'refused', refusal: { kind: 'unknown_member' } }, followUps: 0 },
    });
    expect(await give(gone!)).toEqual({ acted: { kind: 'done' }, followUps: 0 });
    expect(await give(here!)).toEqual({ acted: { kind: 'done' }, followUps: 61 });
    const owners = Map.groupBy(await followUps(desk), ({ owner_id }) => owner_id);
    expect([gone, low, here].map((id) => owners.get(id!)?.length)).toEqual([1, 1, 61]);
    const { history } = await read(theirs[0]!);
    expect(history.map(({ kind, by }) => [kind, by])).toContainEqual(['reassigned', 'Ada']);
    expect(await listStranded(house.db, desk.workspace)).toMatchObject([{ name: 'Low' }]);
  });

  test('a queue begins with what is overdue, counts work, and carries nothing that was answered', async () => {
    const { id: responseId } = await heard('3');
    const now = open.clock.now();
    const late = await openOne(desk, programmeId, { waveId, responseId, due: { at: now - HOUR } });
    const soon = await openOne(desk, programmeId, { personaId: 'end_user', due: { at: now + HOUR } });
    const bo = await colleague(desk, 'Bo');
    await openOne(desk, programmeId, { ownerId: bo, due: { at: now + 2 * HOUR } });
    const { lines, mine, team } = await listed(desk.memberId);
    expect(lines.map(({ id }) => id)).toEqual([late, soon]);
    expect({ mine, team }).toEqual({ mine: { toDo: 2, overdue: 1 }, team: { toDo: 3, overdue: 1 } });
    expect(Object.keys(lines[0]!)).not.toEqual(expect.arrayContaining(['score']));
  });

  test('how long it takes is said for one persona at a time', async () => {
    const [first, second] = [await openOne(desk, programmeId), await openOne(desk, programmeId)];
    const other = await openOne(desk, programmeId, { personaId: 'end_user' });
    open.clock.advance(2 * HOUR);
    await act(desk, first, { kind: 'done', outcome: 'Called them' });
    await act(desk, other, { kind: 'take_up' });
    open.clock.advance(2 * HOUR);
    await act(desk, second, { kind: 'take_up' });
    await act(desk, first, { kind: 'tell' });
    const pace = await readPace(open.house.db, desk.workspace, open.clock.now());
    expect(pace.map(({ persona, ...rest }) => [persona.id, rest])).toEqual([
      ['end_user', { firstAct: { n: 1, hours: 2 }, toldBack: { n: 0, hours: null } }],
      ['buyer', { firstAct: { n: 2, hours: 3 }, toldBack: { n: 1, hours: 4 } }],
    ]);
  });
});
