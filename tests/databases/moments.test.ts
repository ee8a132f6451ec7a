import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeMoment } from '#app/audience/moment/change-moment.server.ts';
import { closeMoment } from '#app/audience/moment/close-moment.server.ts';
import { createMoment } from '#app/audience/moment/create-moment.server.ts';
import { listMoments } from '#app/audience/moment/list-moments.server.ts';
import { MOST_MOMENTS } from '#app/audience/moment/moment.ts';
import { moveMoment } from '#app/audience/moment/move-moment.server.ts';
import { pageTouches } from '#app/audience/moment/touch/page-touches.server.ts';
import { takeOutTouch } from '#app/audience/moment/touch/take-out-touch.server.ts';
import { closePersona } from '#app/persona/close-persona.server.ts';
import { createPersona } from '#app/persona/create-persona.server.ts';
import { readRequirements } from '#app/persona/requirements/read-requirements.server.ts';
import { saveRequirements } from '#app/persona/requirements/save-requirements.server.ts';
import { DAY } from '#app/platform/clock.ts';
import { linkQuestions } from '#app/survey/moment/link-questions.server.ts';
import { listLinks } from '#app/survey/moment/list-links.server.ts';
import { anotherDesk, type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { surveyOf } from '#tests/support/following.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { makeMoment, meet, seated, touches } from '#tests/support/mapping.ts';

describe.each(ENGINES)('moments and touches on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  beforeEach(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  });
  afterEach(() => open.close());

  const named = async (personaId: string) =>
    (await listMoments(open.house.db, desk.workspace, personaId)).map(({ name }) => name);
  const dana = () => seated(desk, { name: 'Dana Reyes', account: 'Acme', personaIds: ['buyer'] });
  const words = { name: 'Renewal', tryingTo: 'Defend it', promise: '', evidence: '' };

  test('a moment that two personas share is a moment of each', async () => {
    await makeMoment(desk, 'buyer', 'The invoice arrives');
    await makeMoment(desk, 'end_user', 'The invoice arrives');
    expect([await named('buyer'), await named('end_user')]).toEqual([
      ['The invoice arrives'],
      ['The invoice arrives'],
    ]);
    const again = { ...words, name: 'the  INVOICE arrives', personaId: 'buyer', actor: desk.memberId };
    expect(await createMoment(open.house, desk.workspace, again)).toEqual({ kind: 'name_taken' });
  });

  test('needs a persona that is open, and what they try to get done', async () => {
    const { house } = open;
    const actor = desk.memberId;
    const make = (personaId: string, more = {}) =>
      createMoment(house, desk.workspace, { ...words, ...more, personaId, actor });
    expect(await make('everyone')).toEqual({ kind: 'unknown_persona' });
    await expect(make('buyer', { tryingTo: ' ' })).rejects.toThrow('what they try to get done');
    const persona = { name: 'Procurement lead', plural: 'Procurement leads', base: 'buyer' } as const;
    const custom = await createPersona(house.db, desk.workspace, {
      ...{ ...persona, definition: 'Negotiates the terms of the contract.' },
      ...{ question: 'Do you negotiate the terms?', now: 1 },
    });
    if (custom.kind !== 'created') throw new Error(custom.kind);
    await closePersona(house.db, desk.workspace, { id: custom.id, now: 2 });
    expect(await make(custom.id)).toEqual({ kind: 'unknown_persona' });
  });

  test('no persona has more moments than fit side by side', async () => {
    for (let at = 0; at < MOST_MOMENTS; at += 1) await makeMoment(desk, 'advocate', `Moment ${at}`);
    const one = { ...words, personaId: 'advocate', actor: desk.memberId };
    expect(await createMoment(open.house, desk.workspace, one)).toEqual({ kind: 'too_many' });
  });

  test('is worded anew, closed once, and its name is free then', async () => {
    const momentId = await makeMoment(desk, 'buyer', 'Renewal', { promise: 'One page' });
    await makeMoment(desk, 'buyer', 'The invoice arrives');
    const change = (name: string) =>
      changeMoment(open.house, desk.workspace, { momentId, name, actor: desk.memberId });
    expect(await change('The invoice arrives')).toEqual({ kind: 'name_taken' });
    expect(await change('The renewal')).toEqual({ kind: 'changed' });
    const [moment] = await listMoments(open.house.db, desk.workspace, 'buyer');
    expect(moment).toMatchObject({ name: 'The renewal', promise: 'One page', tryingTo: 'Get Renewal done' });
    const close = () => closeMoment(open.house, desk.workspace, { momentId, actor: desk.memberId });
    expect([await close(), await close()]).toEqual([{ kind: 'closed' }, { kind: 'already' }]);
    expect(await change('Renewal')).toEqual({ kind: 'closed' });
    await makeMoment(desk, 'buyer', 'The renewal');
    expect(await named('buyer')).toEqual(['The invoice arrives', 'The renewal', 'The renewal']);
  });

  test('its place is for the eye: neighbours change places, and an end is an end', async () => {
    const first = await makeMoment(desk, 'buyer', 'A');
    await makeMoment(desk, 'buyer', 'B');
    const last = await makeMoment(desk, 'buyer', 'C');
    const move = (momentId: string, towards: 'first' | 'last', personaId = 'buyer') =>
      moveMoment(open.house, desk.workspace, { momentId, personaId, towards });
    expect(await move(first, 'last')).toEqual({ kind: 'moved' });
    expect(await move(last, 'first')).toEqual({ kind: 'moved' });
    expect(await named('buyer')).toEqual(['B', 'C', 'A']);
    expect(await move(first, 'last')).toEqual({ kind: 'at_end' });
    expect(await move(first, 'first', 'end_user')).toEqual({ kind: 'not_found' });
  });

  test('told twice it is one touch, by its own facts and by the name that the other system gave it', async () => {
    const person = await dana();
    const momentId = await makeMoment(desk, 'buyer', 'Renewal');
    expect((await meet(desk, person, { momentId, externalId: 'call-1' })).kind).toBe('recorded');
    expect((await meet(desk, person, { momentId, externalId: 'call-1' })).kind).toBe('already');
    expect((await meet(desk, person, { momentId })).kind).toBe('already');
    const other = await meet(desk, person, { momentId, externalId: 'call-1', source: 'Phone' });
    expect(other.kind).toBe('differs');
    expect(await touches(desk)).toHaveLength(1);
  });

  test('is of a person who holds or held the persona there, at a moment of it, and past', async () => {
    const person = await dana();
    const momentId = await makeMoment(desk, 'buyer', 'Renewal');
    const ofUsers = await makeMoment(desk, 'end_user', 'Renewal');
    const kind = async (...given: Parameters<typeof meet> extends [Desk, ...infer Rest] ? Rest : never) =>
      (await meet(desk, ...given)).kind;
    expect(await kind(person, { momentId: ofUsers })).toBe('of_another');
    expect(await kind({ ...person, personaId: 'end_user' }, { momentId: ofUsers })).toBe('no_role');
    expect(await kind({ ...person, personaId: '*' }, { momentId })).toBe('unknown_persona');
    expect(await kind({ ...person, personId: momentId }, { momentId })).toBe('unknown_person');
    expect(await kind({ ...person, accountId: momentId }, { momentId })).toBe('unknown_account');
    expect(await kind(person, { momentId: person.personId })).toBe('unknown_moment');
    expect(await kind(person, { momentId, at: open.clock.now() + DAY })).toBe('to_come');
    expect(await kind(person, { momentId, at: -1 })).toBe('to_come');
    expect(await touches(desk)).toEqual([]);
  });

  test('no row joins a moment with another persona, whoever writes it', async () => {
    const person = await dana();
    const momentId = await makeMoment(desk, 'end_user', 'Renewal');
    const { db, ids } = open.house;
    const row = {
      ...{ workspace_id: desk.workspace.id, id: ids.make(), person_id: person.personId },
      ...{ account_id: person.accountId, persona_id: 'buyer', moment_id: momentId, at: 1, source: 'hand' },
      ...{ external_id: null, recorded_by: 'hand', recorded_at: 1 },
    };
    await expect(db.insertInto('touch').values(row).execute()).rejects.toThrow(/foreign key/i);
    await db
      .insertInto('touch')
      .values({ ...row, persona_id: 'end_user' })
      .execute();
    const change = db.updateTable('touch').set({ persona_id: 'buyer' } as never);
    await expect(change.execute()).rejects.toThrow('FROZEN');
    const turn = db.updateTable('moment').set({ persona_id: 'buyer' } as never);
    await expect(turn.execute()).rejects.toThrow('FROZEN');
    const { programmeId } = await draftWave(desk, ['buyer']);
    const link = {
      ...{ workspace_id: desk.workspace.id, moment_id: momentId, question_key: 'q1' },
      ...{ survey_id: await surveyOf(desk, programmeId, 'buyer'), programme_id: programmeId },
    };
    for (const persona_id of ['buyer', 'end_user'])
      await expect(
        db
          .insertInto('moment_question')
          .values({ ...link, persona_id })
          .execute(),
      ).rejects.toThrow(/foreign key/i);
  });

  test('is linked to questions of its own persona, and to no other', async () => {
    const { programmeId } = await draftWave(desk, ['buyer', 'end_user']);
    const momentId = await makeMoment(desk, 'buyer', 'Renewal');
    const link = (surveyId: string, key = 'q1') =>
      linkQuestions(open.house, desk.workspace, {
        ...{ momentId, questions: [{ surveyId, key }], actor: desk.memberId },
      });
    const own = await surveyOf(desk, programmeId, 'buyer');
    expect(await link(await surveyOf(desk, programmeId, 'end_user'))).toEqual({ kind: 'not_theirs' });
    expect(await link(own, 'q9')).toEqual({ kind: 'not_theirs' });
    expect(await link(own)).toEqual({ kind: 'linked' });
    expect((await listLinks(open.house.db, desk.workspace, 'buyer')).get(momentId)).toMatchObject([
      { surveyId: own, key: 'q1' },
    ]);
    const none = { momentId, questions: [], actor: desk.memberId };
    expect(await linkQuestions(open.house, desk.workspace, none)).toEqual({ kind: 'linked' });
    expect((await listLinks(open.house.db, desk.workspace, 'buyer')).size).toBe(0);
  });

  test('a touch that never was is taken out, from its own page alone', async () => {
    const person = await dana();
    const momentId = await makeMoment(desk, 'buyer', 'Renewal');
    const met = await meet(desk, person, { momentId });
    const of = { touchId: 'id' in met ? met.id : '', personId: person.personId, actor: desk.memberId };
    const takeOut = (personaId: string) => takeOutTouch(open.house, desk.workspace, { ...of, personaId });
    expect(await takeOut('end_user')).toEqual({ kind: 'not_found' });
    expect(await takeOut('buyer')).toEqual({ kind: 'taken_out' });
    expect(await touches(desk)).toEqual([]);
  });

  test('are paged in the order in which they happened, forwards and backwards', async () => {
    const person = await dana();
    const momentId = await makeMoment(desk, 'buyer', 'Renewal');
    const now = open.clock.now();
    for (const ago of [3, 1, 5, 4, 2, 2]) {
      open.clock.advance(1);
      await meet(desk, person, { momentId, at: now - ago * DAY, source: `call ${open.clock.now()}` });
    }
    const days = async (asked: Partial<Parameters<typeof pageTouches>[2]>) => {
      const of = { personId: person.personId, limit: 4, ...asked };
      const page = await pageTouches(open.house.db, desk.workspace, of);
      return { ago: page.map(({ at }) => (now - at) / DAY), last: page.at(3)?.id };
    };
    const first = await days({});
    expect(first.ago).toEqual([5, 4, 3, 2, 2]);
    expect((await days({ beyond: first.last })).ago).toEqual([2, 1]);
    expect((await days({ newestFirst: true })).ago).toEqual([1, 2, 2, 3, 4]);
    expect((await days({ personaId: 'end_user' })).ago).toEqual([]);
  });

  test('what a persona needs is written down in place of what was there', async () => {
    const { house } = open;
    const needs = { context: 'Budget round', needs: 'One page', expectations: '', evidence: '' };
    const save = (personaId: string, more = {}) =>
      saveRequirements(house, desk.workspace, {
        ...{ ...needs, wayOfWorking: 'By phone', ...more, personaId, actor: desk.memberId },
      });
    expect(await save('nobody')).toEqual({ kind: 'unknown_persona' });
    await save('buyer');
    await save('buyer', { needs: 'Two pages' });
    expect(await readRequirements(house.db, desk.workspace, 'buyer')).toEqual({
      ...{ ...needs, needs: 'Two pages', wayOfWorking: 'By phone' },
    });
    expect((await readRequirements(house.db, desk.workspace, 'end_user')).needs).toBe('');
  });

  test('another workspace neither sees nor changes any of it', async () => {
    const person = await dana();
    const momentId = await makeMoment(desk, 'buyer', 'Renewal');
    await meet(desk, person, { momentId });
    const other = await anotherDesk(open.house, 'Harbour Freight');
    const actor = other.memberId;
    expect(await listMoments(open.house.db, other.workspace, 'buyer')).toEqual([]);
    const of = { personId: person.personId, limit: 10 };
    expect(await pageTouches(open.house.db, other.workspace, of)).toEqual([]);
    expect(await closeMoment(open.house, other.workspace, { momentId, actor })).toEqual({
      kind: 'not_found',
    });
    expect(await changeMoment(open.house, other.workspace, { momentId, name: 'X', actor })).toEqual({
      kind: 'not_found',
    });
    expect((await meet(other, person, { momentId })).kind).toBe('unknown_moment');
  });
});
