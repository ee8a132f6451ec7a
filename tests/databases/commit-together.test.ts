import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepResponse } from '#app/answering/keep-response.server.ts';
import { createCommitQueue } from '#app/platform/commit-together.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('sharing a commit on %s', (engine) => {
  let testHouse: TestHouse;
  let desk: Desk;
  beforeAll(async () => {
    testHouse = await openTestHouse({ engine });
    desk = { house: testHouse.house, ...(await foundTestWorkspace(testHouse.house)) };
  });
  afterAll(() => testHouse.close());

  const note = (tx: Db, code: string) =>
    tx
      .insertInto('refusal')
      .values({
        workspace_id: desk.workspace.id,
        id: desk.house.ids.make(),
        at: 1,
        actor: 'test',
        code,
        asked: '',
      })
      .execute();
  const noted = async (like: string) => {
    const rows = await desk.house.db
      .selectFrom('refusal')
      .select('code')
      .where('workspace_id', '=', desk.workspace.id)
      .where('code', 'like', `${like}%`)
      .execute();
    return rows.map(({ code }) => code).sort();
  };

  test('what arrives together is written by few transactions, each answered with its own outcome', async () => {
    const sizes: number[] = [];
    const keep = createCommitQueue(desk.house.db, async (tx, codes: readonly string[]) => {
      sizes.push(codes.length);
      for (const code of codes) await note(tx, code);
      return codes.map((code) => `kept ${code}`);
    });
    const codes = Array.from({ length: 40 }, (_, at) => `together-${at}`);
    expect(await Promise.all(codes.map(keep))).toEqual(codes.map((code) => `kept ${code}`));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(40);
    expect(sizes.length).toBeLessThan(5);
    expect(await noted('together-')).toEqual([...codes].sort());
  });

  test('what comes in a turn or two of the loop later shares the commit', async () => {
    const sizes: number[] = [];
    const keep = createCommitQueue(desk.house.db, async (tx, codes: readonly string[]) => {
      sizes.push(codes.length);
      for (const code of codes) await note(tx, code);
      return codes.map(() => 'kept');
    });
    const kept: Promise<string>[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      kept.push(...['a', 'b', 'c'].map((code) => keep(`turns-${turn}-${code}`)));
      await new Promise(setImmediate);
      await new Promise(setImmediate);
    }
    expect(await Promise.all(kept)).toHaveLength(9);
    expect(sizes).toEqual([9]);
  });

  test('one that cannot be written spoils nobody else’s, and leaves nothing of itself', async () => {
    const keep = createCommitQueue(desk.house.db, async (tx, codes: readonly string[]) => {
      for (const code of codes) await note(tx, code);
      if (codes.includes('spoil-3')) throw new Error('no room for 3');
      return codes.map(() => 'kept');
    });
    const outcomes = await Promise.allSettled(['spoil-1', 'spoil-2', 'spoil-3', 'spoil-4'].map(keep));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await noted('spoil-')).toEqual(['spoil-1', 'spoil-2', 'spoil-4']);
    expect(await keep('spoil-5')).toBe('kept');
  });

  test('nobody is told “kept” before the commit that holds their answer', async () => {
    let inside = 0;
    const keep = createCommitQueue(desk.house.db, async (tx, codes: readonly string[]) => {
      for (const code of codes) await note(tx, code);
      // SQLite has one connection, so only PostgreSQL can look from outside.
      if (engine === 'postgres') inside = (await noted('durable-')).length;
      return codes.map(() => 'kept');
    });
    await keep('durable-1').then(async () => expect(await noted('durable-')).toEqual(['durable-1']));
    expect(inside).toBe(0);
  });

  test('forty people who answer at once are forty responses, counted once each; who sends twice counts once', async () => {
    const { waveId } = await draftWave(desk, ['buyer']);
    const tokens: string[] = [];
    for (let at = 0; at < 40; at += 1)
      tokens.push(await ask(desk, waveId, { name: `Person ${at}`, personaIds: ['buyer'] }));
    const sends = [...tokens, ...tokens.slice(0, 10)].map((token, at) =>
      answer(desk.house, token, { q1: String(at % 11) }, `s-${waveId}-${tokens.indexOf(token)}`),
    );
    const kinds = (await Promise.all(sends)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'kept')).toHaveLength(40);
    expect(kinds.filter((kind) => kind === 'kept_before')).toHaveLength(10);
    await countWaiting(desk.house);
    const [heard] = await desk.house.db
      .selectFrom('lane_heard')
      .select('responses')
      .where('workspace_id', '=', desk.workspace.id)
      .where('wave_id', '=', waveId)
      .execute();
    expect(heard?.responses).toBe(40);
  });

  test.each(['xx', 'de', '\0', 'x'.repeat(4000)])(
    'a form that says it was in %j is kept in the language it was asked in',
    async (language) => {
      const { waveId } = await draftWave(desk, ['buyer']);
      const token = await ask(desk, waveId, {
        name: `In ${language.length} ${language.codePointAt(0)}`,
        personaIds: ['buyer'],
      });
      const given = new Map([['q1', ['9']]]);
      const input = { token, submitId: desk.house.ids.make(), given, language };
      expect((await keepResponse(desk.house, input, countAnswers)).kind).toBe('kept');
      const kept = await desk.house.db
        .selectFrom('response')
        .select('language')
        .where('workspace_id', '=', desk.workspace.id)
        .where('wave_id', '=', waveId)
        .execute();
      expect(kept).toEqual([{ language: 'en' }]);
    },
  );
});
