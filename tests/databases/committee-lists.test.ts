import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listCommitteesApart } from '#app/committee/list-apart.server.ts';
import { listSilentSeats } from '#app/committee/list-silent-seats.server.ts';
import { DAY, dayIn } from '#app/platform/clock.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { readLanes } from '#app/results/read-lanes.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave, openProgramme } from '#tests/support/asking.ts';
import { playCommittee, renew } from '#tests/support/committee.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { QUESTION } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, START, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('committees that need a look on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    open.clock.set(START);
    desk = await anotherDesk(open.house, 'Committees');
    ({ waveId } = await draftWave(desk, ['buyer', 'end_user']));
  });

  const lookApart = async (limit = 10, id = waveId) => {
    const wave = (await listWaves(open.house.db, desk.workspace)).find((one) => one.id === id)!;
    const lanes = await readLanes(open.house.db, desk.workspace, wave);
    return listCommitteesApart(open.house.db, desk.workspace, { wave, lanes, limit });
  };
  const apart = async (limit = 10, id = waveId) => (await lookApart(limit, id)).found;
  const silent = (more: Partial<Parameters<typeof listSilentSeats>[2]> = {}) =>
    listSilentSeats(open.house, desk.workspace, {
      ...{ days: 90, today: dayIn('UTC', open.clock.now()), limit: 10 },
      ...more,
    });

  test('those whose personas pull apart, the widest first, both ends named and counted', async () => {
    await playCommittee(desk, waveId, [
      { name: 'Ann', personaId: 'end_user', says: 8 },
      { name: 'Bea', personaId: 'end_user', says: 9 },
      { name: 'Cid', personaId: 'end_user', says: 10 },
      { name: 'Dan', personaId: 'buyer', says: 4 },
      { name: 'Eve', account: 'Halvorsen', personaId: 'end_user', says: 2 },
      { name: 'Fay', account: 'Halvorsen', personaId: 'buyer', says: 9 },
      { name: 'Gil', account: 'Of one mind', personaId: 'end_user', says: 3 },
      { name: 'Hal', account: 'Of one mind', personaId: 'buyer', says: 4 },
      { name: 'Ida', account: 'Trunk', personaId: 'end_user', says: 0 },
    ]);
    const found = await apart();
    expect(found).toMatchObject([
      {
        accountName: 'Halvorsen',
        points: 7,
        higher: { persona: { id: 'buyer' }, n: 1, middle: 9 },
        lower: { persona: { id: 'end_user' }, n: 1, middle: 2 },
      },
      {
        accountName: 'Meridian Foods',
        points: 5,
        higher: { persona: { id: 'end_user' }, n: 3, middle: 9 },
        lower: { persona: { id: 'buyer' }, n: 1, middle: 4 },
      },
    ]);
    expect(await apart(1)).toEqual(found.slice(0, 1));
    expect((await lookApart(1)).share).toEqual({ of: 3, pulling: 2, far: 2, askedApart: 0, alone: 1 });
  });

  test('are told again after each answer more, and by the name that an account has now', async () => {
    await playCommittee(desk, waveId, [
      { name: 'Ann', personaId: 'end_user', says: 8 },
      { name: 'Dan', personaId: 'buyer', says: 4 },
    ]);
    expect(await apart()).toMatchObject([{ accountName: 'Meridian Foods', points: 4 }]);
    expect(await apart()).toMatchObject([{ accountName: 'Meridian Foods', points: 4 }]);
    await playCommittee(desk, waveId, [{ name: 'Eve', personaId: 'buyer', says: 0 }]);
    expect(await apart()).toMatchObject([{ accountName: 'Meridian Foods', points: 6, lower: { n: 2 } }]);
    await open.house.db
      .updateTable('account')
      .set({ name: 'Meridian Group' })
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    expect(await apart()).toMatchObject([{ accountName: 'Meridian Group', points: 6 }]);
  });

  test.each(['confidential', 'unlinkable'] as const)('none of a %s wave', async (promise) => {
    const programmeId = await openProgramme(desk, 'In confidence', promise);
    const kept = await draftWave(desk, ['buyer', 'end_user'], programmeId);
    await renew(desk, 'Meridian Foods', '2026-12-24');
    await playCommittee(desk, kept.waveId, [
      { name: 'Ann', personaId: 'end_user', says: 9 },
      { name: 'Dan', personaId: 'buyer', says: 1 },
      { name: 'Eve', personaId: 'buyer', says: null },
    ]);
    expect(await lookApart(10, kept.waveId)).toEqual({ found: [], share: null });
    expect(await silent()).toEqual([]);
  });

  test('buyers who were asked and not heard where a renewal is near, by name, the nearest first', async () => {
    await playCommittee(desk, waveId, [
      { name: 'Dan', personaId: 'buyer', says: null },
      { name: 'Ann', personaId: 'end_user', says: null },
      { name: 'Eve', account: 'Halvorsen', personaId: 'buyer', says: null },
      { name: 'Fay', account: 'Halvorsen', personaId: 'buyer', says: 3 },
      { name: 'Gil', account: 'Later', personaId: 'buyer', says: null },
      { name: 'Hal', account: 'Over', personaId: 'buyer', says: null },
    ]);
    await renew(desk, 'Meridian Foods', '2027-01-31');
    await renew(desk, 'Halvorsen', '2026-11-02');
    await renew(desk, 'Later', '2027-02-01');
    await renew(desk, 'Over', '2026-11-01');
    expect(await silent()).toMatchObject([
      { personName: 'Eve', accountName: 'Halvorsen', renewalOn: '2026-11-02', persona: { id: 'buyer' } },
      { personName: 'Dan', accountName: 'Meridian Foods', timesAsked: 1, heardAt: null },
    ]);
    expect(await silent({ base: 'end_user' })).toMatchObject([{ personName: 'Ann' }]);
    expect(await silent({ limit: 1 })).toHaveLength(1);
  });

  test('who answered before and not the last time is silent since then, and who left sits there no more', async () => {
    await renew(desk, 'Meridian Foods', '2027-01-20');
    await playCommittee(desk, waveId, [
      { name: 'Dan', personaId: 'buyer', says: 8 },
      { name: 'Eve', personaId: 'buyer', says: null },
    ]);
    const heardAt = open.clock.now();
    open.clock.advance(30 * DAY);
    const next = await draftWave(desk, ['buyer']);
    await playCommittee(desk, next.waveId, [{ name: 'Dan', personaId: 'buyer', says: null }]);
    await open.house.db
      .updateTable('role_assignment')
      .set({ ended_at: open.clock.now() })
      .where('workspace_id', '=', desk.workspace.id)
      .where('person_id', 'in', (person) =>
        person.selectFrom('person').select('id').where('name', '=', 'Eve'),
      )
      .execute();
    expect(await silent()).toMatchObject([{ personName: 'Dan', askedAt: open.clock.now(), heardAt }]);
  });

  test('what was asked last and taken back changes nobody’s silence', async () => {
    await renew(desk, 'Meridian Foods', '2027-01-20');
    await playCommittee(desk, waveId, [
      { name: 'Fay', personaId: 'buyer', says: null },
      { name: 'Gus', personaId: 'buyer', says: 8 },
    ]);
    const askedAt = open.clock.now();
    open.clock.advance(30 * DAY);
    const next = await draftWave(desk, ['buyer']);
    await playCommittee(desk, next.waveId, [
      { name: 'Fay', personaId: 'buyer', says: null },
      { name: 'Gus', personaId: 'buyer', says: null },
    ]);
    expect((await silent()).map(({ personName, timesAsked }) => [personName, timesAsked]).sort()).toEqual([
      ['Fay', 2],
      ['Gus', 1],
    ]);
    await open.house.db
      .updateTable('invitation')
      .set({ revoked_at: open.clock.now() })
      .where('workspace_id', '=', desk.workspace.id)
      .where('wave_id', '=', next.waveId)
      .execute();
    expect(await silent()).toMatchObject([{ personName: 'Fay', askedAt, timesAsked: 1, heardAt: null }]);
  });

  test('an answer to what was asked before ends a silence, though the newest invitation lies unanswered', async () => {
    await renew(desk, 'Meridian Foods', '2027-01-20');
    const kim = { name: 'Kim', personaIds: ['buyer'] };
    const earlier = await ask(desk, waveId, kim);
    open.clock.advance(30 * DAY);
    const next = await draftWave(desk, ['buyer']);
    await ask(desk, next.waveId, kim);
    expect(await silent()).toMatchObject([{ personName: 'Kim', timesAsked: 2 }]);
    open.clock.advance(DAY);
    expect((await answer(open.house, earlier, { [QUESTION]: '7' })).kind).toBe('kept');
    expect(await silent()).toEqual([]);
  });

  test('an answer in confidence ends no silence, or who gave it could be told', async () => {
    await renew(desk, 'Meridian Foods', '2027-01-20');
    await playCommittee(desk, waveId, [{ name: 'Lea', personaId: 'buyer', says: null }]);
    open.clock.advance(30 * DAY);
    const programmeId = await openProgramme(desk, 'In confidence', 'confidential');
    const kept = await draftWave(desk, ['buyer'], programmeId);
    await playCommittee(desk, kept.waveId, [{ name: 'Lea', personaId: 'buyer', says: 9 }]);
    expect(await silent()).toMatchObject([{ personName: 'Lea', timesAsked: 1, heardAt: null }]);
  });
});
