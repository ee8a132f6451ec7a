import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAttribute } from '#app/audience/attribute/create-attribute.server.ts';
import { saveValues } from '#app/audience/attribute/save-values.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { decideCut } from '#app/results/breakdown/decide-cut.server.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';
import { MOST_READ } from '#app/results/each.ts';
import { readDepth } from '#app/results/read-depth.server.ts';
import { readPersonaPage } from '#app/results/read-persona-page.server.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { anotherDesk, type Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { QUESTION } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, START, type TestHouse } from '#tests/support/house.ts';
import { releaseAll } from '#tests/support/release.ts';
import { askAgain, type Buyer } from '#tests/support/same-people.ts';

/** Twelve buyers at twelve accounts, half of them in the north: ten answered both waves, one each only one. */
const TWELVE: Buyer[] = Array.from({ length: 12 }, (_, at) => ({
  name: `Buyer ${String(at).padStart(2, '0')}`,
  account: `Firm ${String(at).padStart(2, '0')}`,
  renewalOn: `2027-0${1 + (at % 9)}-15`,
  scores: [at === 10 ? null : at < 6 ? 9 : 5, at === 11 ? null : at < 10 ? 9 : 7],
}));

describe.each(ENGINES)('one persona in depth on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    open.clock.set(START);
    desk = await anotherDesk(open.house, 'Depth');
  });

  const pass = (ms: number) => open.clock.advance(ms);

  async function read(waveId: string, by: string | null = null) {
    const { db } = open.house;
    const page = (await readPersonaPage(db, desk.workspace, { waveId, personaId: 'buyer' }, THRESHOLDS))!;
    return { page, depth: await readDepth(db, desk.workspace, page, { by, most: MOST_READ }, THRESHOLDS) };
  }

  async function define(about: 'person' | 'account', name: string): Promise<string> {
    const made = await createAttribute(open.house, desk.workspace, { about, name, actor: desk.memberId });
    if (made.kind !== 'created') throw new Error(made.message);
    return made.id;
  }

  /** Gives each person, or account, the value that is said of its place in the alphabet. */
  async function give(about: 'person' | 'account', name: string, valueAt: (at: number) => string | null) {
    const holders = await open.house.db
      .selectFrom(about)
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .orderBy('name')
      .execute();
    for (const [at, { id: holderId }] of holders.entries()) {
      const value = valueAt(at);
      const values = { [name]: value };
      await saveValues(open.house, desk.workspace, { about, holderId, values, actor: desk.memberId });
    }
  }

  const groupsOf = ({ depth }: Awaited<ReturnType<typeof read>>) =>
    depth.breakdown.rows.map((row) =>
      row.kind === 'withheld' ? [row.title] : [row.title, row.figure.score, row.figure.n, row.figure.known],
    );

  test('is broken down by an attribute of accounts, of people, by account and by language', async () => {
    const [, waveId] = await askAgain(desk, TWELVE, { pass });
    const region = await define('account', 'Region');
    await give('account', 'Region', (at) => (at < 6 ? 'North' : at < 11 ? 'south' : null));
    const cohort = await define('person', 'Cohort');
    await give('person', 'Cohort', (at) => (at % 2 ? 'Second' : 'First'));
    expect(groupsOf(await read(waveId!, toSlug('attribute', region)))).toEqual([
      ['Buyers, Region: North', 100, 6, 6],
      ['Buyers, Region: south', 80, 5, 5],
      ['Buyers, Region: Not known', null, 0, 1],
    ]);
    expect(groupsOf(await read(waveId!, toSlug('attribute', cohort)))).toEqual([
      ['Buyers, Cohort: First', 500 / 6, 6, 6],
      ['Buyers, Cohort: Second', 100, 5, 6],
    ]);
    expect(groupsOf(await read(waveId!, 'language'))).toEqual([
      ['Buyers, Language: English', expect.any(Number), 11, null],
    ]);
    const accounts = await read(waveId!, 'account');
    expect(groupsOf(accounts)).toHaveLength(11);
    expect(groupsOf(accounts)[0]).toEqual(['Buyers, Account: Firm 00', null, 1, 1]);
    expect((await read(waveId!, 'att_nothing')).depth.breakdown).toMatchObject({
      rows: [],
      because: 'unknown',
    });
    expect((await read(waveId!)).depth.breakdown).toMatchObject({ rows: [], because: null, rule: 'open' });
  });

  test('holds the same people against themselves, and counts who came and who went', async () => {
    const [first, second] = await askAgain(desk, TWELVE, { pass });
    expect((await read(first!)).depth.panel).toBeNull();
    const { panel, together } = (await read(second!)).depth;
    if (panel?.kind !== 'paired') throw new Error(panel?.kind);
    expect(panel.counts).toEqual({ both: 10, newcomers: 1, leavers: 1 });
    expect(panel.change).toMatchObject({
      n: 10,
      movers: { up: 4, down: 0, same: 6 },
      points: 80,
      interval: null,
    });
    expect(panel.change!.p).toBeCloseTo(2 / 16, 10);
    expect([
      panel.before?.score,
      panel.after?.score,
      panel.newcomers?.answers,
      panel.leavers?.answers,
    ]).toEqual([20, 100, [7], [5]]);
    expect(together.size).toBe(2);
  });

  test('with everybody heard both times it is said who moved', async () => {
    const all = TWELVE.map((buyer, at) => ({ ...buyer, scores: [at === 3 ? 4 : 9, at === 7 ? 6 : 9] }));
    const [, waveId] = await askAgain(desk, all, { pass });
    const { panel, since } = (await read(waveId!)).depth;
    expect(since).toMatchObject({ verdict: 'same', words: 'the same, all heard both times' });
    if (panel?.kind !== 'paired') throw new Error(panel?.kind);
    expect(panel.moved).toEqual([
      { name: 'Buyer 03', before: 4, after: 9 },
      { name: 'Buyer 07', before: 9, after: 6 },
    ]);
  });

  test('an open wave has no difference, whatever has come in', async () => {
    const [, waveId] = await askAgain(desk, TWELVE, { pass, open: true });
    const { panel, together, halves } = (await read(waveId!, 'account')).depth;
    expect(panel).toMatchObject({ kind: 'paired', change: null, because: 'Answers still come in.' });
    expect([together.size, halves]).toEqual([0, null]);
  });

  test('names the silent with their accounts, the next renewal first, and nobody who was not asked', async () => {
    const silent = TWELVE.map((buyer, at) => ({
      ...buyer,
      scores: [at < 5 ? 9 : at < 11 ? null : undefined],
    }));
    const [waveId] = await askAgain(desk, silent, { pass });
    const { frame } = (await read(waveId!)).depth;
    if (frame?.kind !== 'named') throw new Error(frame?.kind);
    expect(frame).toMatchObject({ silentPeople: 6, notAsked: 1, notReached: 0, notInRole: 0, held: 0 });
    expect(frame.silent.map(({ name, account, renewalOn }) => [name, account, renewalOn])).toEqual([
      ['Buyer 09', 'Firm 09', '2027-01-15'],
      ['Buyer 10', 'Firm 10', '2027-02-15'],
      ['Buyer 05', 'Firm 05', '2027-06-15'],
      ['Buyer 06', 'Firm 06', '2027-07-15'],
      ['Buyer 07', 'Firm 07', '2027-08-15'],
      ['Buyer 08', 'Firm 08', '2027-09-15'],
    ]);
    expect(frame.representation).toMatchObject({ heard: 5, silent: 6 });
  });

  describe('answered in confidence', () => {
    async function confide(confidentiality: 'confidential' | 'unlinkable', isOpen = false, known = 18) {
      const many = Array.from({ length: known }, (_, at) => ({
        name: `Buyer ${String(at).padStart(2, '0')}`,
        account: `Firm ${String(at).padStart(2, '0')}`,
        scores: [9, at < 17 ? 9 : null],
      }));
      const [, waveId] = await askAgain(desk, many, { pass, confidentiality, open: isOpen });
      if (!isOpen) await releaseAll(open.house);
      const ids = { region: await define('account', 'Region'), product: await define('account', 'Product') };
      await give('account', 'Region', (at) => (at < 8 ? 'North' : at < 16 ? 'South' : 'East'));
      await give('account', 'Product', (at) => (at < 9 ? 'Loader' : 'Query'));
      return { waveId: waveId!, ...ids };
    }
    const decide = (waveId: string, attributeId: string) =>
      decideCut(open.house, desk.workspace, {
        waveId,
        personaId: 'buyer',
        attributeId,
        actor: desk.memberId,
      });

    test('it is broken down one way, once, and never a second', async () => {
      const { waveId, region, product } = await confide('confidential');
      const bySlug = toSlug('attribute', region);
      expect((await read(waveId, bySlug)).depth.breakdown).toMatchObject({
        rows: [],
        because: 'not_decided',
        rule: 'decide_once',
      });
      expect(await decide(waveId, region)).toEqual({ kind: 'decided' });
      expect(await decide(waveId, product)).toEqual({ kind: 'decided_before' });
      const { breakdown } = (await read(waveId, toSlug('attribute', product))).depth;
      expect(breakdown).toMatchObject({ rule: 'decided', because: 'not_decided', way: { name: 'Region' } });
      // One of the two in the east was heard: with them goes the smaller of the others, or they would be the rest.
      expect(breakdown.rows.map(({ title, kind }) => [title, kind])).toEqual([
        ['Buyers, Region: East', 'withheld'],
        ['Buyers, Region: North', 'withheld'],
        ['Buyers, Region: South', 'shown'],
      ]);
      for (const by of ['account', 'language'])
        expect((await read(waveId, by)).depth.breakdown.way?.name).toBe('Region');
    });

    test('an account that moves afterwards moves nothing in it, and nobody can write it anew', async () => {
      const { waveId, region } = await confide('confidential');
      await decide(waveId, region);
      const before = groupsOf(await read(waveId));
      await give('account', 'Region', (at) => (at < 9 ? 'North' : 'South'));
      expect(groupsOf(await read(waveId))).toEqual(before);
      const rewritten = open.house.db.updateTable('lane_cut').set({ cells: '[]' } as object);
      await expect(rewritten.where('workspace_id', '=', desk.workspace.id).execute()).rejects.toThrow(
        /FROZEN/,
      );
    });

    test('what is counted after the release is in no group, and once it is shown the groups are told no more', async () => {
      const { waveId, region } = await confide('confidential', false, 30);
      await decide(waveId, region);
      const before = groupsOf(await read(waveId));
      const late = (from: number, people: number) =>
        open.house.db.transaction().execute((tx) =>
          countAnswers(
            tx,
            desk.workspace,
            Array.from({ length: people }, (_, at) => ({
              ...{ responseId: `late-${from + at}`, waveId, personaId: 'buyer' },
              ...{ surveyVersionId: version, accountId: south },
              answers: [{ questionKey: QUESTION, values: ['0'] }],
            })),
          ),
        );
      const { survey_version_id: version } = await open.house.db
        .selectFrom('wave_lane')
        .select('survey_version_id')
        .where('workspace_id', '=', desk.workspace.id)
        .where('wave_id', '=', waveId)
        .executeTakeFirstOrThrow();
      const { id: south } = await open.house.db
        .selectFrom('account')
        .select('id')
        .where('workspace_id', '=', desk.workspace.id)
        .where('name', '=', 'Firm 10')
        .executeTakeFirstOrThrow();
      await late(0, 1);
      await releaseAll(open.house);
      expect(groupsOf(await read(waveId))).toEqual(before);
      await late(1, 5);
      await releaseAll(open.house);
      expect((await read(waveId)).depth.breakdown).toMatchObject({ rows: [], because: 'more_since' });
    });

    test('nothing can be decided while answers come in, nor by what tells people apart', async () => {
      const { waveId, region } = await confide('confidential', true);
      expect(await decide(waveId, region)).toEqual({ kind: 'not_closed' });
      expect((await read(waveId)).depth.breakdown).toMatchObject({ rule: 'not_closed', ways: [] });
      expect(await decide(waveId, await define('person', 'Cohort'))).toEqual({ kind: 'unknown' });
    });

    test('who answered both times is nobody’s to know, not even as a count', async () => {
      const { waveId } = await confide('confidential');
      const { depth } = await read(waveId);
      expect([depth.panel, depth.sure]).toEqual([null, null]);
    });

    test('nobody is named as silent, early, late, heard or not', async () => {
      for (const promise of ['confidential', 'unlinkable'] as const) {
        const { waveId } = await confide(promise);
        const { depth } = await read(waveId);
        expect(depth.frame).toEqual({ kind: 'in_confidence' });
        expect(depth.halves).toBeNull();
        expect(JSON.stringify(depth)).not.toMatch(/Buyer \d|Firm \d/);
        desk = await anotherDesk(open.house, 'Depth again');
        open.clock.set(START);
      }
    });

    test('unlinkable answers have nothing to be broken down by and nobody to pair', async () => {
      const { waveId, region } = await confide('unlinkable');
      const { depth } = await read(waveId, toSlug('attribute', region));
      expect(depth.breakdown).toMatchObject({ rule: 'unlinkable', rows: [], ways: [] });
      expect(depth.panel).toBeNull();
      expect(await decide(waveId, region)).toEqual({ kind: 'not_confidential' });
    });
  });
});
