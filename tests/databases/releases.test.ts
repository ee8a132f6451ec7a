import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { MINUTE } from '#app/platform/clock.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { releaseAnswers } from '#app/results/confidence/release-answers.server.ts';
import { isShownWhole } from '#app/results/confidence/shown.store.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { readLaneWords } from '#app/results/read-lane-words.server.ts';
import { readLanes } from '#app/results/read-lanes.server.ts';
import { readResults } from '#app/results/read-results.server.ts';
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
