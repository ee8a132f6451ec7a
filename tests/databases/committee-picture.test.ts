import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeRole } from '#app/audience/close-role.server.ts';
import { readCommittee } from '#app/committee/picture/read-committee.server.ts';
import type { SeatState } from '#app/committee/picture/seat.ts';
import { readTemplate } from '#app/committee/template/read-template.server.ts';
import { saveTemplate } from '#app/committee/template/save-template.server.ts';
import { insertSuppression } from '#app/delivery/suppression.store.server.ts';
import { createPersona } from '#app/persona/create-persona.server.ts';
import { DAY } from '#app/platform/clock.ts';
import { currentHash } from '#app/programme/address-hash.server.ts';
import { anotherDesk, type Desk, draftWave, openProgramme, seat } from '#tests/support/asking.ts';
import { playCommittee } from '#tests/support/committee.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, START, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('the picture of a committee on %s', (engine) => {
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
    ({ waveId } = await draftWave(desk, ['buyer', 'influencer', 'end_user']));
  });

  const accountNamed = async (name = 'Meridian Foods') =>
    (
      await open.house.db
        .selectFrom('account')
        .select('id')
        .where('workspace_id', '=', desk.workspace.id)
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
    ).id;
  const read = async (
    more: Partial<Parameters<typeof readCommittee>[2]> = {},
    account = 'Meridian Foods',
  ) => {
    const accountId = await accountNamed(account);
    const of = { accountId, waveId: null, names: 'all' as const, ...more };
    return readCommittee(open.house, desk.workspace, of);
  };
  const drawn = async (more: Parameters<typeof read>[0] = {}, account?: string) =>
    (await read(more, account))!;
  const roleOf = async (name: string) =>
    open.house.db
      .selectFrom('role_assignment as r')
      .innerJoin('person as p', (on) =>
        on.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.id', '=', 'r.person_id'),
      )
      .select(['r.id', 'r.person_id as personId'])
      .where('r.workspace_id', '=', desk.workspace.id)
      .where('p.name', '=', name)
      .executeTakeFirstOrThrow();

  /** Seats with how they stand, by persona in lane order. */
  const standing = async (more: Parameters<typeof read>[0] = {}) =>
    Object.fromEntries(
      (await drawn(more)).lanes.map(({ persona, sitting, left, vacant }) => [
        persona.id,
        [
          ...[...sitting, ...left].map((one): [string | null, SeatState] => [one.personName, one.state]),
          ...Array.from({ length: vacant }, () => 'empty'),
        ],
      ]),
    );

  test('says of every seat whether it was heard, and draws those that are empty', async () => {
    await playCommittee(desk, waveId, [
      { name: 'Ann', personaId: 'end_user', says: 9 },
      { name: 'Bea', personaId: 'end_user', says: null },
      { name: 'Dan', personaId: 'buyer', says: 4 },
    ]);
    await seat(desk, { name: 'Cid', personaIds: ['end_user'] });
    await seat(desk, { name: 'Eve', personaIds: ['end_user'], confirmed: false });
    expect(await standing()).toEqual({
      end_user: [
        ['Ann', 'heard'],
        ['Bea', 'not_heard'],
        ['Cid', 'unknown'],
        ['Eve', 'unknown'],
      ],
      influencer: ['empty'],
      buyer: [['Dan', 'heard']],
      advocate: [],
    });
    const { lanes, coverage, pattern, stances, gaps, trunk } = await drawn();
    expect(lanes[0]!.sitting.map(({ why }) => why)).toEqual([null, null, 'not_asked', 'unconfirmed']);
    expect(coverage).toEqual({ rolesMet: 2, rolesRequired: 3, missing: ['influencer'], complete: false });
    expect(pattern).toBe('split');
    expect(stances.map(({ persona, label }) => [persona.id, label])).toEqual([
      ['end_user', 'happy'],
      ['influencer', 'empty seat'],
      ['buyer', 'critical'],
    ]);
    expect(gaps).toMatchObject([{ points: 5, higherAnswers: [9], lowerAnswers: [4], scores: null }]);
    expect(trunk).toBeNull();
  });

  test('one persona heard is a trunk: it stands for nobody else, and surplus fills no other seat', async () => {
    await playCommittee(desk, waveId, [
      ...['Ann', 'Bea', 'Cid'].map((name) => ({ name, personaId: 'end_user', says: 9 })),
      { name: 'Dan', personaId: 'buyer', says: null },
    ]);
    const { trunk, coverage, gaps, pattern } = await drawn();
    expect(trunk).toMatchObject({ persona: { id: 'end_user' }, people: 3 });
    expect(coverage).toMatchObject({ rolesMet: 1, missing: ['influencer', 'buyer'] });
    expect([gaps, pattern]).toEqual([[], 'not_comparable']);
  });

  test('who left keeps the row and the answers, and the seat is empty since', async () => {
    await playCommittee(desk, waveId, [{ name: 'Dan', personaId: 'buyer', says: 3 }]);
    open.clock.advance(40 * DAY);
    const { id: roleId } = await roleOf('Dan');
    const leaving = { roleId, reason: 'left for Beta', actor: desk.memberId };
    await closeRole(open.house, desk.workspace, leaving);
    const { lanes, history, coverage } = await drawn();
    const buyers = lanes.find(({ persona }) => persona.id === 'buyer')!;
    expect(buyers).toMatchObject({ sitting: [], vacant: 1, emptySince: open.clock.now(), heard: 1 });
    expect(buyers.left).toMatchObject([{ state: 'left', marks: [{ state: 'heard', score: 3 }] }]);
    expect(coverage!.missing).toEqual(['end_user', 'influencer']);
    expect(history).toMatchObject([
      { kind: 'went', personName: 'Dan', reason: 'left for Beta' },
      { kind: 'came', personName: 'Dan' },
    ]);
  });

  test('who asked not to be written to has declined', async () => {
    await playCommittee(desk, waveId, [
      { name: 'Ann', personaId: 'end_user', says: 9 },
      { name: 'Dan', personaId: 'buyer', says: null },
    ]);
    const hashed = currentHash(open.house.env, 'dan@people.example');
    const entry = { workspaceId: desk.workspace.id, domain: 'people.example', at: open.clock.now() };
    await insertSuppression(open.house.db, { ...entry, ...hashed, reason: 'bounce' });
    expect((await standing()).buyer).toEqual([['Dan', 'not_heard']]);
    await insertSuppression(open.house.db, { ...entry, ...hashed, reason: 'complaint' });
    expect((await standing()).buyer).toEqual([['Dan', 'declined']]);
  });

  test('a custom persona has its own row under its base, and never fills the seat of another', async () => {
    const made = await createPersona(open.house.db, desk.workspace, {
      ...{ name: 'Procurement lead', plural: 'Procurement leads', base: 'buyer' },
      ...{ definition: 'Negotiates what is bought.', question: 'Do you negotiate?' },
      now: open.clock.now(),
    });
    if (made.kind !== 'created') throw new Error(made.kind);
    const custom = (await open.house.db
      .selectFrom('persona')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .where('name', '=', 'Procurement lead')
      .executeTakeFirstOrThrow())!.id;
    const own = await draftWave(desk, [custom, 'end_user']);
    await playCommittee(desk, own.waveId, [
      { name: 'Pia', personaId: custom, says: 2 },
      { name: 'Ann', personaId: 'end_user', says: 8 },
    ]);
    const { lanes, coverage, gaps } = await drawn();
    expect(lanes.map(({ persona }) => persona.id)).toEqual([
      'end_user',
      'influencer',
      'buyer',
      custom,
      'advocate',
    ]);
    expect(coverage!.missing).toEqual(['influencer', 'buyer']);
    expect(gaps).toMatchObject([
      { higher: { persona: { id: 'end_user' } }, lower: { persona: { id: custom } } },
    ]);
  });

  test('a wave that is not of this account draws nothing, nor does an account of another workspace', async () => {
    await playCommittee(desk, waveId, [{ name: 'Ann', personaId: 'end_user', says: 9 }]);
    const other = await draftWave(desk, ['buyer']);
    await playCommittee(desk, other.waveId, [
      { name: 'Dan', account: 'Halvorsen', personaId: 'buyer', says: 9 },
    ]);
    expect(await read({ waveId: other.waveId })).toBeNull();
    const stranger = await anotherDesk(open.house, 'Stranger');
    const accountId = await accountNamed();
    const of = { accountId, waveId: null, names: 'all' as const };
    expect(await readCommittee(open.house, stranger.workspace, of)).toBeNull();
  });

  test.each(['confidential', 'unlinkable'] as const)(
    'an answer to a %s wave leaves the picture as it was',
    async (promise) => {
      const programmeId = await openProgramme(desk, 'In confidence', promise);
      const kept = await draftWave(desk, ['buyer', 'end_user'], programmeId);
      await playCommittee(desk, kept.waveId, [
        { name: 'Ann', personaId: 'end_user', says: null },
        { name: 'Dan', personaId: 'buyer', says: null },
      ]);
      const before = await drawn({ waveId: kept.waveId });
      await playCommittee(desk, kept.waveId, [{ name: 'Eve', personaId: 'buyer', says: 1 }]);
      const after = await drawn({ waveId: kept.waveId });
      expect(after).toMatchObject({ isTold: false, coverage: null, stances: [], gaps: [], trunk: null });
      const seats = after.lanes.flatMap(({ sitting }) => sitting);
      expect(seats.map(({ personName, state, why }) => [personName, state, why])).toEqual(
        ['Ann', 'Dan', 'Eve'].map((name) => [name, 'unknown', 'in_confidence']),
      );
      expect(JSON.stringify(after.lanes)).not.toMatch(/"score":\d|"state":"heard"/);
      expect(seats.slice(0, 2)).toEqual(before.lanes.flatMap(({ sitting }) => sitting));
      const seen = await drawn({ waveId: kept.waveId, names: 'attributed' });
      expect(JSON.stringify(seen)).not.toMatch(/Ann|Dan|Eve/);
    },
  );

  test('an executive reads the names of those who were asked under a promise that names are seen', async () => {
    await playCommittee(desk, waveId, [{ name: 'Ann', personaId: 'end_user', says: 9 }]);
    await seat(desk, { name: 'Dan', personaIds: ['buyer'] });
    const seen = await drawn({ names: 'attributed' });
    expect(seen.lanes.flatMap(({ sitting }) => sitting.map(({ personName }) => personName))).toEqual([
      'Ann',
      null,
    ]);
    expect(JSON.stringify(seen)).not.toContain('Dan');
  });

  describe('the template', () => {
    const save = (template: Record<string, number>) =>
      saveTemplate(open.house, desk.workspace, { template, actor: desk.memberId });

    test('begins with an end-user, an influencer and a buyer, and is replaced as a whole', async () => {
      expect(await readTemplate(open.house.db, desk.workspace)).toEqual({
        end_user: 1,
        influencer: 1,
        buyer: 1,
      });
      expect(await save({ end_user: 3, buyer: 2, influencer: 0 })).toEqual({ kind: 'saved' });
      expect(await save({ end_user: 2, buyer: 2 })).toEqual({ kind: 'saved' });
      expect(await readTemplate(open.house.db, desk.workspace)).toEqual({ end_user: 2, buyer: 2 });
      await playCommittee(desk, waveId, [
        { name: 'Ann', personaId: 'end_user', says: 9 },
        { name: 'Bea', personaId: 'end_user', says: 9 },
        { name: 'Dan', personaId: 'buyer', says: 9 },
      ]);
      expect((await drawn()).coverage).toMatchObject({ rolesMet: 1, rolesRequired: 2, missing: ['buyer'] });
    });

    test('has no seat for advocates, unknown personas, nobody at all, or half a person', async () => {
      expect(await save({ advocate: 1 })).toEqual({ kind: 'no_seat', personaId: 'advocate' });
      expect(await save({ everybody: 1 })).toEqual({ kind: 'no_seat', personaId: 'everybody' });
      expect(await save({ buyer: 0 })).toEqual({ kind: 'empty' });
      for (const people of [-1, 1.5, 100, Number.NaN])
        expect(await save({ buyer: people })).toEqual({ kind: 'not_a_count', personaId: 'buyer' });
      const row = { workspace_id: desk.workspace.id, persona_id: 'buyer', people: 0 };
      await expect(open.house.db.insertInto('committee_seat').values(row).execute()).rejects.toThrow();
    });
  });
});
