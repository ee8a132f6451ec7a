import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { MOST_READ } from '#app/results/each.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { readDepth } from '#app/results/read-depth.server.ts';
import { readLanes } from '#app/results/read-lanes.server.ts';
import { readPersonaPage } from '#app/results/read-persona-page.server.ts';
import { readQuestions } from '#app/results/read-questions.server.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { hearSet, questionOf, THREE } from '#tests/support/asked-set.ts';
import { anotherDesk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, START, type TestHouse } from '#tests/support/house.ts';
import { askAgain, type Buyer } from '#tests/support/same-people.ts';
import { statementsOf } from '#tests/support/statements-of.ts';

describe.each(ENGINES)('on one page, on %s', (engine) => {
  let open: TestHouse;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());

  test('the scores of a wave are read once, though they are told apart in three ways', async () => {
    const desk = await anotherDesk(open.house, 'Once');
    const buyers = Array.from(
      { length: 20 },
      (_, at): Buyer => ({ name: `Buyer ${at}`, account: `Firm ${at}`, scores: [at % 11, (at * 3) % 11] }),
    );
    const [, waveId] = await askAgain(desk, buyers, { pass: (ms) => open.clock.advance(ms) });
    const of = { waveId: waveId!, personaId: 'buyer' };
    const page = (await readPersonaPage(open.house.db, desk.workspace, of, THRESHOLDS))!;
    const { db } = open.house;
    const ran = statementsOf(db);
    const depth = await readDepth(db, desk.workspace, page, { by: 'language', most: MOST_READ }, THRESHOLDS);
    expect([depth.panel?.kind, depth.halves?.against.kind]).toEqual(['paired', 'against']);
    expect(depth.breakdown.rows).not.toEqual([]);
    // Those of the wave before, and those of this one.
    expect(ran.from('answer')).toBe(2);
    ran.stop();
  });

  test('a page of many reads none of them one by one, says so, and takes as many looks however many they are', async () => {
    const looks = new Set<number>();
    for (const people of [24, 48]) {
      open.clock.set(START);
      const desk = await anotherDesk(open.house, `Many ${people}`);
      const buyers = Array.from(
        { length: people },
        (_, at): Buyer => ({
          name: `Buyer ${at}`,
          account: `Firm ${at}`,
          renewalOn: at < 5 ? '2027-02-01' : '2027-03-01',
          scores: [at % 11, at < 5 ? null : 9],
        }),
      );
      const [, waveId] = await askAgain(desk, buyers, { pass: (ms) => open.clock.advance(ms) });
      const of = { waveId: waveId!, personaId: 'buyer' };
      const { db } = open.house;
      const ran = statementsOf(db);
      const page = (await readPersonaPage(db, desk.workspace, of, THRESHOLDS))!;
      const depth = await readDepth(db, desk.workspace, page, { by: null, most: 10 }, THRESHOLDS);
      ran.stop();
      looks.add(ran.sql.length);
      expect(ran.from('answer')).toBe(0);
      // What waits: this wave's questions at once, and the wave before's.
      expect(ran.from('waiting_count')).toBe(2);
      expect(depth.unread).toEqual({ onDemand: ['likeness', 'panel', 'halves'], tooLarge: [] });
      expect([depth.panel, depth.halves]).toEqual([{ kind: 'on_demand' }, null]);
      expect(depth.frame).toMatchObject({ silentPeople: 5, representation: null });
      // The family is what this screen shows: the change since the wave before alone.
      expect(depth.together.size).toBe(1);
      const each = await readDepth(db, desk.workspace, page, { by: null, most: MOST_READ }, THRESHOLDS);
      expect(each.unread).toEqual({ onDemand: [], tooLarge: [] });
      expect([each.panel?.kind, each.halves?.against.kind, each.together.size]).toEqual([
        ...['paired', 'against', 3],
      ]);
      expect(each.frame).toEqual({ ...depth.frame, representation: expect.anything() });
    }
    expect([...looks]).toHaveLength(1);
  });

  test('what is shown in confidence is read once for all questions of a persona', async () => {
    const desk = await anotherDesk(open.house, 'Quiet');
    const questions = ['q1', 'q2', 'q3'].map((key) => questionOf(key, 'single', { options: THREE }));
    const forms = Array.from({ length: 6 }, () => ({ q1: 'o1', q2: 'o2', q3: 'o3' }));
    const { waveId } = await hearSet(desk, questions, { buyer: forms }, 'confidential');
    const wave = (await listWaves(open.house.db, desk.workspace)).find(({ id }) => id === waveId)!;
    const [lane] = await readLanes(open.house.db, desk.workspace, wave);
    const { db } = open.house;
    const ran = statementsOf(db);
    const results = await readQuestions(db, desk.workspace, { wave, lane: lane! }, THRESHOLDS);
    expect(results.map((one) => one.view === 'shares' && one.shares.showing)).toEqual([
      ...['shown', 'shown', 'shown'],
    ]);
    expect(ran.from('series_release')).toBe(1);
    ran.stop();
  });
});

test('a persona view goes to the reading thread in a few messages, however many things it asks', async () => {
  const open = await openTestHouse();
  await foundTestWorkspace(open.house);
  const desk = await anotherDesk(open.house, 'Messages');
  const buyers = Array.from(
    { length: 20 },
    (_, at): Buyer => ({ name: `B ${at}`, account: `Firm ${at}`, scores: [at % 11, 9] }),
  );
  const [, waveId] = await askAgain(desk, buyers, { pass: (ms) => open.clock.advance(ms) });
  const { reading } = open.house;
  const of = { waveId: waveId!, personaId: 'buyer' };
  await readPersonaPage(reading, desk.workspace, of, THRESHOLDS);
  const ran = statementsOf(reading);
  const sent = vi.spyOn(Worker.prototype, 'postMessage');
  const page = (await readPersonaPage(reading, desk.workspace, of, THRESHOLDS))!;
  await readDepth(reading, desk.workspace, page, { by: null, most: MOST_READ }, THRESHOLDS);
  const messages = sent.mock.calls.length;
  sent.mockRestore();
  ran.stop();
  expect(ran.sql.length).toBeLessThanOrEqual(27);
  // So that the next line says something.
  expect(ran.sql.length).toBeGreaterThan(20);
  expect(messages).toBeLessThanOrEqual(16);
  await open.close();
});
