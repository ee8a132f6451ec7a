import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readCommitteeQuery, SORTS } from '#app/committee/list/committee-query.ts';
import { listCommittees } from '#app/committee/list/list-committees.server.ts';
import { readCommittee } from '#app/committee/picture/read-committee.server.ts';
import { countOverdue } from '#app/followup/queue/count-overdue.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { anotherDesk, type Desk, draftWave, openProgramme } from '#tests/support/asking.ts';
import { type AskedSeat, playCommittee, renew } from '#tests/support/committee.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openOne } from '#tests/support/following.ts';
import { foundTestWorkspace, openTestHouse, START, type TestHouse } from '#tests/support/house.ts';

/** Three accounts with everything to be put in order by; 1 is room for raising every answer by one. */
const CAST: readonly AskedSeat[] = [
  { name: 'Ann', account: 'Meridian', personaId: 'end_user', says: 9 },
  { name: 'Bea', account: 'Meridian', personaId: 'end_user', says: 7 },
  { name: 'Dan', account: 'Meridian', personaId: 'buyer', says: 3 },
  { name: 'Eve', account: 'Halvorsen', personaId: 'end_user', says: 6 },
  { name: 'Fay', account: 'Halvorsen', personaId: 'buyer', says: null },
  { name: 'Gil', account: 'Halvorsen', personaId: 'buyer', says: null },
  { name: 'Hal', account: 'Beta', personaId: 'end_user', says: 5 },
  { name: 'Ida', account: 'Beta', personaId: 'influencer', says: 7 },
  { name: 'Jon', account: 'Beta', personaId: 'buyer', says: 8 },
];

describe.each(ENGINES)('the list of committees on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  let programmeId: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    open.clock.set(START);
    desk = await anotherDesk(open.house, 'Committees');
    const personas = ['buyer', 'influencer', 'end_user'];
    ({ waveId, programmeId } = await draftWave(desk, personas));
  });

  const list = async (said = '', limit = 50, own = desk) => {
    const query = readCommitteeQuery(new URLSearchParams(said), fromSlug);
    const now = open.clock.now();
    const overdue = await countOverdue(open.house.db, own.workspace, now);
    return listCommittees(open.house, own.workspace, query, { overdue, now, limit });
  };
  const names = async (said = '') => (await list(said)).lines.map(({ name }) => name);

  test('stands in each order that says something, and by name within it', async () => {
    await playCommittee(desk, waveId, CAST);
    await renew(desk, 'Halvorsen', '2026-10-01');
    await renew(desk, 'Meridian', '2027-02-01');
    const { id: accountId } = await open.house.db
      .selectFrom('account')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .where('name', '=', 'Meridian')
      .executeTakeFirstOrThrow();
    await openOne(desk, programmeId, { accountId, due: { at: open.clock.now() - 1 } });
    expect(await names()).toEqual(['Halvorsen', 'Meridian', 'Beta']);
    expect(await names('sort=gap')).toEqual(['Meridian', 'Beta', 'Halvorsen']);
    expect(await names('sort=silent')).toEqual(['Halvorsen', 'Beta', 'Meridian']);
    expect(await names('sort=renewal')).toEqual(['Meridian', 'Halvorsen', 'Beta']);
    expect(await names('sort=overdue')).toEqual(['Meridian', 'Beta', 'Halvorsen']);
    expect(await names('sort=name')).toEqual(['Beta', 'Halvorsen', 'Meridian']);
    expect(await names('missing=buyer')).toEqual(['Halvorsen']);
    expect(await names('q=ERID')).toEqual(['Meridian']);
    const { lines } = await list('sort=gap');
    expect(lines[0]).toMatchObject({
      coverage: { rolesMet: 2, rolesRequired: 3, missing: ['influencer'] },
      apart: { points: 5, higher: { persona: { id: 'end_user' }, n: 2 }, lower: { n: 1, middle: 3 } },
      ...{ trunk: null, silent: 0, overdue: 1, own: null },
    });
    expect(lines[2]).toMatchObject({ trunk: { id: 'end_user' }, silent: 2, apart: null });
  });

  test('goes on after the last account seen, in every order', async () => {
    await playCommittee(desk, waveId, CAST);
    for (const sort of SORTS) {
      const whole = await names(`sort=${sort}`);
      const first = await list(`sort=${sort}`, 2);
      const rest = await list(`sort=${sort}&after=${toSlug('account', first.next!)}`, 2);
      expect([...first.lines, ...rest.lines].map(({ name }) => name)).toEqual(whole);
      expect(rest.next).toBeNull();
    }
  });

  test.each(['sort=score', 'sort=NPS', 'sort=score&persona=', 'sort=health&persona=nobody'])(
    'is not sorted by “%s”, and says what it can be sorted by',
    async (said) => {
      await playCommittee(desk, waveId, CAST);
      const { refusal, lines, own } = await list(said);
      expect(refusal).toMatchObject({ code: 'PERSONA_REQUIRED', sorts: SORTS, why: '/docs/orples' });
      expect(refusal!.personas.map(({ id }) => id)).toContain('buyer');
      expect(own).toBeNull();
      expect(lines.map(({ name }) => name)).toEqual(await names());
      expect(lines.every((line) => line.own === null)).toBe(true);
    },
  );

  test('is not sorted by two personas, however they are written', async () => {
    await playCommittee(desk, waveId, CAST);
    for (const said of [
      'persona=buyer&persona=end_user',
      'persona=buyer,end_user',
      'persona[]=buyer&persona[]=end_user',
    ])
      expect((await list(`sort=score&${said}`)).refusal).toMatchObject({ code: 'PERSONA_MIX' });
  });

  test('is sorted by what one persona answered where there is enough for a score, which the column names', async () => {
    const many = (account: string, says: number[]) =>
      says.map((one, at) => ({ name: `${account} ${at}`, account, personaId: 'end_user', says: one }));
    await playCommittee(desk, waveId, [
      ...many('Happy', [9, 9, 9, 9, 10]),
      ...many('Unhappy', [2, 3, 4, 5, 9]),
      ...many('Few', [1, 2]),
      ...many('Also few', [8]),
    ]);
    const { own, lines, refusal } = await list('sort=score&persona=end_user');
    expect([own!.id, refusal]).toEqual(['end_user', null]);
    expect(lines.map(({ name, own: answers }) => [name, answers?.score, answers?.answers])).toEqual([
      ['Unhappy', -60, null],
      ['Happy', 100, null],
      // By the middle of what they said, and by no name.
      ['Few', null, [1, 2]],
      ['Also few', null, [8]],
    ]);
  });

  test.each(['confidential', 'unlinkable'] as const)(
    'tells of a %s wave nothing but seats',
    async (promise) => {
      const kept = await openProgramme(desk, 'In confidence', promise);
      const wave = await draftWave(desk, ['buyer', 'end_user'], kept);
      await playCommittee(desk, wave.waveId, [
        { name: 'Ann', account: 'Meridian', personaId: 'end_user', says: 9 },
        { name: 'Dan', account: 'Meridian', personaId: 'buyer', says: null },
      ]);
      const { isTold, lines, share } = await list(
        `wave=${toSlug('wave', wave.waveId)}&sort=score&persona=end_user`,
      );
      expect([isTold, share]).toEqual([false, null]);
      expect(lines).toMatchObject([{ coverage: null, apart: null, silent: null, trunk: null, own: null }]);
      expect(lines[0]!.seats.map(({ sitting, heard }) => [sitting, heard])).toContainEqual([1, null]);
    },
  );

  test('holds no account of another workspace', async () => {
    await playCommittee(desk, waveId, CAST);
    expect((await list('', 50, await anotherDesk(open.house, 'Stranger'))).lines).toEqual([]);
  });

  test('raising every answer by one moves nothing that is not of one persona', async () => {
    const seen = [];
    for (const shift of [0, 1]) {
      const own = await anotherDesk(open.house, `Shift ${shift}`);
      const wave = await draftWave(own, ['buyer', 'influencer', 'end_user']);
      await playCommittee(
        own,
        wave.waveId,
        CAST.map((one) => ({ ...one, says: one.says === null ? null : one.says + shift })),
      );
      const pictures = [];
      for (const { accountId, name } of (await list('sort=name', 50, own)).lines) {
        const of = { accountId, waveId: null, names: 'all' as const };
        const { coverage, trunk, gaps } = (await readCommittee(open.house, own.workspace, of))!;
        pictures.push({ name, coverage, trunk: trunk?.people, gaps: gaps.map(toRelation) });
      }
      const orders: unknown[] = [(await list('', 50, own)).share];
      for (const sort of SORTS) {
        const { lines } = await list(`sort=${sort}`, 50, own);
        orders.push(
          lines.map(({ name, coverage, silent, apart }) => [
            name,
            coverage,
            silent,
            apart && toRelation(apart),
          ]),
        );
      }
      seen.push({ pictures, orders });
    }
    expect(seen[1]).toEqual(seen[0]);
  });
});

/** What a gap says without the two labelled ends that it lies between. */
function toRelation({
  points,
  higher,
  lower,
  wordedDifferently,
}: {
  points: number;
  higher: { persona: { id: string }; n: number };
  lower: { persona: { id: string }; n: number };
  wordedDifferently: boolean;
}) {
  return [points, higher.persona.id, higher.n, lower.persona.id, lower.n, wordedDifferently];
}
