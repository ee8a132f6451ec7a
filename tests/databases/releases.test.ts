import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { MINUTE } from '#app/platform/clock.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { releaseAnswers } from '#app/results/confidence/release-answers.server.ts';
import { isShownWhole } from '#app/results/confidence/shown.store.server.ts';
import { countPeople } from '#app/results/count-people.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { figuresDocument } from '#app/results/export/figures-document.server.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { readLaneWords } from '#app/results/read-lane-words.server.ts';
import { readLanes } from '#app/results/read-lanes.server.ts';
import { readResults } from '#app/results/read-results.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { readThemeTable } from '#app/results/theme/read-theme-table.server.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { publishWithWhy } from '#tests/support/with-why.ts';

const ADVOCATE = 'advocate';

describe.each(ENGINES)('answers given in confidence, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  let people = 0;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    desk = await anotherDesk(open.house, 'Quiet');
    ({ waveId } = await publishWithWhy(desk, 'confidential'));
  });

  const work = async () => {
    await countWaiting(open.house);
    await releaseAnswers(open.house);
  };
  /** So many more people answer; the last one does not say why. */
  const hear = async (count: number, skipsWords = false) => {
    for (let at = 0; at < count; at += 1) {
      people += 1;
      const who = { name: `Person ${people}`, account: `Account ${people % 9}`, personaIds: [ADVOCATE] };
      const words = skipsWords ? '' : `Words ${people}`;
      await answer(open.house, await ask(desk, waveId, who), { q1: String(people % 11), q2: words });
    }
    await work();
  };
  const close = async () => {
    await closeWave(open.house, desk.workspace, { waveId, actor: desk.memberId }, endWithWave);
    open.clock.advance(16 * MINUTE);
    await work();
    await work();
  };
  /** People behind the score and behind the lane, and texts to read. */
  const shown = async () => {
    const [wave] = await listWaves(open.house.db, desk.workspace);
    const [lane] = await readLanes(open.house.db, desk.workspace, wave!);
    const of = { waveId, personaId: ADVOCATE, limit: 100 };
    const { verbatims } = await readLaneWords(open.house.db, desk.workspace, of, THRESHOLDS);
    return { score: lane!.score!.n, heard: lane!.heardTold, texts: verbatims.length };
  };

  test('are shown one batch behind, and all of them at the end', async () => {
    await hear(9);
    expect(await shown()).toEqual({ score: 0, heard: 'too few to tell', texts: 0 });
    await hear(4);
    expect((await shown()).score).toBe(0);
    await hear(1);
    expect(await shown()).toEqual({ score: 9, heard: '5 to 9', texts: 0 });
    await hear(2);
    await close();
    expect(await shown()).toEqual({ score: 16, heard: '10 to 19', texts: 16 });
  });

  test('that come to count after the end wait until there are five of them', async () => {
    await hear(12);
    await close();
    expect((await shown()).score).toBe(12);
    await open.house.db
      .updateTable('wave')
      .set({ state: 'open', closed_at: null })
      .where('id', '=', waveId)
      .execute();
    await hear(4);
    await close();
    expect((await shown()).score).toBe(12);
    await open.house.db.updateTable('wave').set({ state: 'open' }).where('id', '=', waveId).execute();
    await hear(1);
    await close();
    expect((await shown()).score).toBe(17);
  });

  test('of fewer than five are never shown, and neither is that there are any', async () => {
    const nobody = { score: 0, heard: 'too few to tell', texts: 0 };
    await hear(1);
    expect(await shown()).toEqual(nobody);
    await hear(3);
    await close();
    expect(await shown()).toEqual(nobody);
  });

  test.each([0, 1])('come to their end the same where %i of those asked answered', async (count) => {
    await ask(desk, waveId, { name: 'Silent', account: 'Account 1', personaIds: [ADVOCATE] });
    await hear(count);
    const isWhole = () => isShownWhole(open.house.db, desk.workspace, { waveId, personaId: ADVOCATE });
    expect(await isWhole()).toBe(false);
    await close();
    expect(await isWhole()).toBe(true);
  });

  test('are told in bands that begin where the workspace’s own figures do', async () => {
    await hear(14);
    await close();
    const told = async () => {
      const { db } = open.house;
      const tell = await countPeople(db, desk.workspace, waveId);
      const waves = await listWaves(db, desk.workspace);
      const own = { ...THRESHOLDS, ...(await readThresholds(db, desk.workspace)) };
      const { waves: written } = JSON.parse(
        JSON.stringify(await figuresDocument(db, desk.workspace, waves, own, 0)),
      );
      const themes = await readThemeTable(db, desk.workspace, waveId, own);
      const [{ responses }] = written[0].by_persona;
      return [(await shown()).heard, tell(ADVOCATE), responses, themes!.lanes[0]!.heardTold];
    };
    expect(await told()).toEqual(['10 to 19', '10 to 19', 10, '10 to 19']);
    await open.house.db
      .updateTable('workspace')
      .set({ show_answers: 12 })
      .where('id', '=', desk.workspace.id)
      .execute();
    expect(await told()).toEqual(['12 to 19', '12 to 19', 12, '12 to 19']);
    await open.house.db
      .updateTable('workspace')
      .set({ show_answers: 15 })
      .where('id', '=', desk.workspace.id)
      .execute();
    expect(await told()).toEqual(['too few to tell', 'too few to tell', null, 'too few to tell']);
  });

  test('of a persona of whom nobody answered read as those of one of whom one did', async () => {
    const told = async () => (await countPeople(open.house.db, desk.workspace, waveId))(ADVOCATE);
    await ask(desk, waveId, { name: 'Silent', account: 'Account 1', personaIds: [ADVOCATE] });
    const before = await told();
    await hear(1);
    expect([before, await told()]).toEqual(['too few to tell', 'too few to tell']);
  });

  test('are counted slice by slice before the transaction that shows them', async () => {
    for (let at = 0; at < 40; at += 1) {
      const who = { name: `Many ${at}`, account: `Account ${at % 9}`, personaIds: [ADVOCATE] };
      await answer(open.house, await ask(desk, waveId, who), { q1: '9', q2: '' });
    }
    const stumbles = () => ({
      get people(): number {
        throw new RangeError('stumbled while showing');
      },
      texts: 10,
    });
    await expect(releaseAnswers(open.house, stumbles)).rejects.toThrow('stumbled while showing');
    const waiting = await open.house.db
      .selectFrom('waiting_count')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    expect(waiting).toEqual([]);
  });

  test('move no series by fewer than five, however few of a batch answered it', async () => {
    await hear(5);
    await hear(5, true);
    await hear(5, true);
    await hear(5);
    const rows = await open.house.db
      .selectFrom('series_release')
      .select(['question_key', 'shown', 'next'])
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    for (const { shown: people, next } of rows) expect([0, 5, 10, 15, 20]).toContain(next - people);
    expect((await shown()).score).toBe(15);
  });

  test('are in one batch each, also where two processes look at once', async () => {
    for (let batch = 0; batch < 4; batch += 1) {
      await hear(5);
      await Promise.all([work(), releaseAnswers(open.house), releaseAnswers(open.house)]);
    }
    const batches = await open.house.db
      .selectFrom('batched_response')
      .select(({ fn }) => ['batch', fn.countAll<number>().as('people')])
      .where('workspace_id', '=', desk.workspace.id)
      .groupBy('batch')
      .execute();
    expect(batches.reduce((sum, one) => sum + Number(one.people), 0)).toBe(20);
    for (const one of batches) expect(Number(one.people)).toBeGreaterThanOrEqual(5);
  });

  test('name no account that was heard, and are not cut by one', async () => {
    await hear(20);
    await close();
    const accountId = (await open.house.db
      .selectFrom('account')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .executeTakeFirstOrThrow())!.id;
    const asked = { waveId, personas: [ADVOCATE], accountId };
    const found = await readResults(open.house.db, desk.workspace, asked, THRESHOLDS);
    expect(found!.accounts).toEqual([]);
    expect(found!.account).toBeUndefined();
    expect(JSON.stringify(found)).not.toMatch(/Account \d/);
  });
});
