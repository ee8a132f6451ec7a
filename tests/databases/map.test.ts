import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listMoments } from '#app/audience/moment/list-moments.server.ts';
import { moveMoment } from '#app/audience/moment/move-moment.server.ts';
import { type PersonaMap, readMap } from '#app/committee/map/read-map.server.ts';
import { readMetPeople } from '#app/committee/map/read-met-people.server.ts';
import { readTrace } from '#app/committee/map/read-trace.server.ts';
import { DAY } from '#app/platform/clock.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { linkQuestions } from '#app/survey/moment/link-questions.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type Desk, draftWave, openProgramme } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { surveyOf } from '#tests/support/following.ts';
import { heardWave } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { makeMoment, meet, seated } from '#tests/support/mapping.ts';

describe.each(ENGINES)('the sideways map on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  beforeEach(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  });
  afterEach(() => open.close());

  const map = async (personaId: string): Promise<PersonaMap> =>
    (await readMap(open.house.db, desk.workspace, personaId, THRESHOLDS))!;
  const link = async (momentId: string, waveId: string, personaId: string) => {
    const { programme_id: programmeId } = await open.house.db
      .selectFrom('wave')
      .select('programme_id')
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', waveId)
      .executeTakeFirstOrThrow();
    const questions = [{ surveyId: await surveyOf(desk, programmeId, personaId), key: 'q1' }];
    const linked = { momentId, questions, actor: desk.memberId };
    expect(await linkQuestions(open.house, desk.workspace, linked)).toEqual({ kind: 'linked' });
  };
  const trace = (personId: string, personaId = 'buyer') =>
    readTrace(open.house.db, desk.workspace, { personId, personaId });
  const dana = () =>
    seated(desk, { name: 'Dana Reyes', account: 'Acme', personaIds: ['buyer'], email: 'dana@a.example' });

  test('there is none without a persona', async () => {
    for (const nobody of ['', 'all', '*', 'everyone', 'buyer,end_user'])
      expect(await readMap(open.house.db, desk.workspace, nobody, THRESHOLDS)).toBeNull();
  });

  test('a moment without contact says so, and what is felt is of one persona alone', async () => {
    const waveId = await heardWave(desk, { buyer: [9, 9, 9, 3, 3], end_user: [0, 0, 0, 0, 0] });
    const ofBuyers = await makeMoment(desk, 'buyer', 'Renewal');
    await makeMoment(desk, 'buyer', 'The invoice arrives');
    const ofUsers = await makeMoment(desk, 'end_user', 'Renewal');
    await link(ofBuyers, waveId, 'buyer');
    await link(ofUsers, waveId, 'end_user');
    const person = await dana();
    await meet(desk, person, { momentId: ofBuyers });
    const { columns, holders } = await map('buyer');
    expect(holders).toEqual({ people: 6, accounts: 6 });
    const [renewal, invoice] = columns;
    expect(renewal!.contact).toEqual({ touches: 1, people: 1, accounts: 1 });
    expect(invoice).toMatchObject({ contact: null, felt: [], questions: 0 });
    expect(renewal!.felt).toMatchObject([
      { heard: 5, result: { view: 'score', figure: { persona: { id: 'buyer' }, score: 20, n: 5 } } },
    ]);
    const users = (await map('end_user')).columns[0]!;
    expect(users.contact).toBeNull();
    expect(users.felt).toMatchObject([
      { result: { figure: { persona: { id: 'end_user' }, score: -100, n: 5 } } },
    ]);
  });

  test('too few show no score, and in confidence nothing at all', async () => {
    const programmeId = await openProgramme(desk, 'In confidence', 'confidential');
    const { waveId } = await draftWave(desk, ['buyer'], programmeId);
    const seats = { name: 'Dana Reyes', account: 'Acme', personaIds: ['buyer'], email: 'dana@a.example' };
    await answer(open.house, await ask(desk, waveId, seats), { q1: '2' });
    const momentId = await makeMoment(desk, 'buyer', 'Renewal');
    await link(momentId, waveId, 'buyer');
    const [felt] = (await map('buyer')).columns[0]!.felt;
    expect(felt).toMatchObject({ result: { figure: { score: null, answers: null } } });
    expect(JSON.stringify(felt)).not.toContain('"histogram":[');
  });

  test('the latest wave speaks, and one that never asked the question does not', async () => {
    const { waveId, programmeId, lanes } = await draftWave(desk, ['buyer']);
    const momentId = await makeMoment(desk, 'buyer', 'Renewal');
    await link(momentId, waveId, 'buyer');
    expect((await map('buyer')).columns[0]).toMatchObject({ questions: 1, felt: [] });
    const token = await ask(desk, waveId, { name: 'Dana Reyes', account: 'Acme', personaIds: ['buyer'] });
    await answer(open.house, token, { q1: '2' });
    expect((await map('buyer')).columns[0]!.felt).toMatchObject([{ wave: { id: waveId }, heard: 1 }]);
    expect(programmeId && lanes).toBeTruthy();
  });

  test('forty touches stand in their true order, whatever order they came in', async () => {
    const person = await dana();
    const moments = [];
    for (const name of ['A', 'B', 'C', 'D']) moments.push(await makeMoment(desk, 'buyer', name));
    const now = open.clock.now();
    const way = Array.from({ length: 40 }, (_, at) => ({ at: now - (40 - at) * DAY, of: (at * 7) % 4 }));
    for (const { at, of } of [...way].sort((a, b) => (a.at % 13) - (b.at % 13)))
      expect((await meet(desk, person, { momentId: moments[of]!, at })).kind).toBe('recorded');
    const { touches, older } = (await trace(person.personId))!;
    expect(older).toBe(0);
    expect(touches.map(({ momentName }) => momentName)).toEqual(way.map(({ of }) => 'ABCD'[of]));
    expect(touches.map(({ at }) => at)).toEqual(way.map(({ at }) => at));
  });

  test('where a moment stands changes nothing else', async () => {
    const waveId = await heardWave(desk, { buyer: [9, 9, 9, 3, 3] });
    const first = await makeMoment(desk, 'buyer', 'A');
    const second = await makeMoment(desk, 'buyer', 'B');
    await link(first, waveId, 'buyer');
    const person = await dana();
    for (const [at, momentId] of [second, first, second].entries())
      await meet(desk, person, { momentId, at: open.clock.now() - (9 - at) * DAY });
    const read = async () => {
      const { columns, ...rest } = await map('buyer');
      const unplaced = columns
        .map(({ moment: { position: _, ...moment }, ...column }) => ({ moment, ...column }))
        .sort((a, b) => a.moment.name.localeCompare(b.moment.name));
      const met = await readMetPeople(open.house.db, desk.workspace, { personaId: 'buyer', after: null });
      return { rest, unplaced, met, trace: await trace(person.personId) };
    };
    const before = await read();
    const moved = { momentId: second, personaId: 'buyer', towards: 'first' } as const;
    expect(await moveMoment(open.house, desk.workspace, moved)).toEqual({ kind: 'moved' });
    expect((await listMoments(open.house.db, desk.workspace, 'buyer')).map(({ name }) => name)).toEqual([
      'B',
      'A',
    ]);
    expect(await read()).toEqual(before);
  });

  test('a trace shows what its person answered where that was promised, and no other hat of theirs', async () => {
    const { waveId } = await draftWave(desk, ['buyer', 'end_user']);
    const seats = { name: 'Dana Reyes', account: 'Acme', email: 'dana@a.example' };
    await answer(open.house, await ask(desk, waveId, { ...seats, personaIds: ['buyer'] }), { q1: '2' });
    const person = await seated(desk, { ...seats, personaIds: ['end_user'] });
    const confidential = await openProgramme(desk, 'In confidence', 'confidential');
    const quiet = await draftWave(desk, ['buyer'], confidential);
    const token = await ask(desk, quiet.waveId, {
      ...{ name: 'Omar Haddad', account: 'Beta', personaIds: ['buyer'], email: 'omar@b.example' },
    });
    await answer(open.house, token, { q1: '1' });
    const omar = await seated(desk, {
      ...{ name: 'Omar Haddad', account: 'Beta', personaIds: ['buyer'], email: 'omar@b.example' },
    });
    expect((await trace(person.personId))!.answers).toMatchObject([
      { score: 2, waveId, accountName: 'Acme' },
    ]);
    expect((await trace(person.personId, 'end_user'))!.answers).toEqual([]);
    expect((await trace(omar.personId))!.answers).toEqual([]);
  });
});
