import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countLater } from '#app/results/count-later.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { countHeard } from '#app/results/heard.store.server.ts';
import { readTally } from '#app/results/read-tally.server.ts';
import { connect } from '#db/connection.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { QUESTION } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const PEOPLE = 24;
/** Commits: more than one transaction counts. */
const MANY = 300;

describe.each(ENGINES)('answers that wait to be counted, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  let tokens: string[];

  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
    desk = await anotherDesk(open.house, 'Waiting');
    ({ waveId } = await draftWave(desk, ['buyer']));
    tokens = [];
    for (let at = 0; at < PEOPLE; at += 1)
      tokens.push(await ask(desk, waveId, { name: `Person ${at}`, personaIds: ['buyer'] }));
  });
  afterAll(() => open.close());

  /** What a reader sees at this moment: people heard, and values counted. */
  async function seen(): Promise<[number, number]> {
    const { reading } = open.house;
    const heard = await countHeard(reading, desk.workspace, waveId);
    const of = { waveId, personaId: 'buyer', questionKey: QUESTION };
    const tally = await readTally(reading, desk.workspace, of);
    return [heard.get('buyer') ?? 0, tally.reduce((sum, { people }) => sum + people, 0)];
  }

  async function waiting(): Promise<number> {
    const { db, close } = connect(open.house.env.databaseUrl);
    const rows = await db.selectFrom('waiting_count').select('responses').execute();
    await close();
    return rows.reduce((sum, { responses }) => sum + responses, 0);
  }

  test('are in every figure from the moment that they are acknowledged, also while they are being counted', async () => {
    for (const [at, token] of tokens.entries()) {
      await answer(open.house, token, { [QUESTION]: String(at % 11) });
      expect(await seen()).toEqual([at + 1, at + 1]);
      if (at % 7 !== 6) continue;
      const [, ...looks] = await Promise.all([countWaiting(open.house), ...Array.from({ length: 6 }, seen)]);
      for (const look of looks) expect(look).toEqual([at + 1, at + 1]);
      expect(await waiting()).toBe(0);
    }
  });

  test('stay as they are where counting breaks off in the middle, and are counted once afterwards', async () => {
    const { db, close } = connect(open.house.env.databaseUrl);
    expect(await waiting()).toBeGreaterThan(0);
    const before = await waiting();
    await db.schema.alterTable('lane_heard').renameTo('lane_heard_away').execute();
    await expect(countWaiting(open.house)).rejects.toThrow(/lane_heard/);
    await db.schema.alterTable('lane_heard_away').renameTo('lane_heard').execute();
    await close();
    expect(await waiting()).toBe(before);
    expect(await seen()).toEqual([PEOPLE, PEOPLE]);
    await Promise.all([countWaiting(open.house), countWaiting(open.house), countWaiting(open.house)]);
    expect(await waiting()).toBe(0);
    expect(await seen()).toEqual([PEOPLE, PEOPLE]);
  });

  test('are counted piece by piece where many wait, and respondents get their turn in between', async () => {
    const { db } = open.house;
    const { survey_version_id: surveyVersionId } = await db
      .selectFrom('wave_lane')
      .select('survey_version_id')
      .where('workspace_id', '=', desk.workspace.id)
      .where('wave_id', '=', waveId)
      .executeTakeFirstOrThrow();
    const lane = { waveId, personaId: 'buyer', surveyVersionId, accountId: null };
    for (let at = 0; at < MANY; at += 1)
      await countLater(db, desk.workspace, [
        { ...lane, responseId: `r${at}`, answers: [{ questionKey: QUESTION, values: ['5'] }] },
      ]);
    const looks = new Set<number>();
    let isDone = false;
    const counting = countWaiting(open.house).then(() => {
      isDone = true;
    });
    while (!isDone) {
      looks.add(await waiting());
      await new Promise(setImmediate);
    }
    await counting;
    expect([...looks].some((left) => left > 0 && left < MANY)).toBe(true);
    expect(await waiting()).toBe(0);
    expect(await seen()).toEqual([PEOPLE + MANY, PEOPLE + MANY]);
  });
});
