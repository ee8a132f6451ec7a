import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSnapshots } from '#app/platform/db.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import { recountAll } from '#app/results/recount/recount-all.server.ts';
import { settleDelivered } from '#app/results/settle-delivered.server.ts';
import { connect } from '#db/connection.ts';
import { up } from '#db/migrations/0036-figure-sums.ts';
import { addUnreached } from '#db/migrations/0046-never-arrived.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type Form, hearSet } from '#tests/support/asked-set.ts';
import { anotherDesk, type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { QUESTION } from '#tests/support/heard.ts';
import { hold, release } from '#tests/support/held.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { everyKind, goodFields } from '#tests/support/surveys.ts';

type Plain = ReturnType<typeof connect>['db'];

/** A fault of ours in each rollup, written around the guard; each is taken back. */
const WRONG = {
  answer_tally: async (db: Plain) => {
    const add = (people: number) =>
      db
        .updateTable('answer_tally')
        .set((eb) => ({ people: eb('people', '+', people) }))
        .where('persona_id', '=', 'buyer')
        .execute();
    await add(1);
    return () => add(-1);
  },
  lane_sum: async (db: Plain) => {
    const rows = db.selectFrom('lane_sum').selectAll().where('persona_id', '=', 'buyer');
    const row = await rows.where('sums', 'like', '%[[1,%').limit(1).executeTakeFirstOrThrow();
    const write = async (sums: string) => {
      const own = db.deleteFrom('lane_sum').where('wave_id', '=', row.wave_id);
      await own.where('persona_id', '=', 'buyer').where('question_key', '=', row.question_key).execute();
      await db
        .insertInto('lane_sum')
        .values({ ...row, sums })
        .execute();
    };
    // The same people, at one account more.
    await write(row.sums.replace(/\[\[1,(\d+),/, (_, accounts) => `[[1,${Number(accounts) + 1},`));
    return () => write(row.sums);
  },
  lane_heard: async (db: Plain) => {
    const add = (people: number) =>
      db
        .updateTable('lane_heard')
        .set((eb) => ({ responses: eb('responses', '+', people) }))
        .where('persona_id', '=', 'buyer')
        .execute();
    await add(1);
    return () => add(-1);
  },
  lane_asked: async (db: Plain) => {
    const add = (people: number) =>
      db
        .updateTable('lane_asked')
        .set((eb) => ({ people: eb('people', '+', people) }))
        .where('persona_id', '=', 'buyer')
        .execute();
    await add(1);
    return () => add(-1);
  },
} satisfies Record<string, (db: Plain) => Promise<() => Promise<unknown>>>;

describe.each(ENGINES)('rollups counted again, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;

  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
    desk = await anotherDesk(open.house, 'Recounted');
    const forms = fc
      .sample(fc.tuple(...everyKind.map(goodFields)), { numRuns: 12, seed: 3 })
      .map((drawn): Form => Object.fromEntries(drawn.flat()));
    await hearSet(desk, everyKind, { buyer: forms.slice(0, 7), end_user: forms.slice(7) });
  });
  afterAll(() => open.close());

  async function recount() {
    const snapshots = openSnapshots(open.house.env.databaseUrl);
    try {
      return await recountAll(snapshots);
    } finally {
      await snapshots.close();
    }
  }

  test('are what the answers come to, while some wait, and after all are counted', async () => {
    const waiting = await recount();
    expect(waiting).toMatchObject({ lanes: 2, faults: 0, named: [] });
    expect(waiting.answers).toBeGreaterThan(60);
    await countWaiting(open.house);
    await settleDelivered(open.house);
    expect(await recount()).toEqual(waiting);
  });

  test('are so after answers were held and released, too', async () => {
    const { waveId } = await draftWave(desk, ['buyer']);
    const token = await ask(desk, waveId, { name: 'Dana Ruiz', personaIds: ['buyer'] });
    await answer(open.house, token, { [QUESTION]: '9' });
    const held = await hold(desk, waveId, { personaId: 'buyer', score: '3' });
    expect(await recount()).toMatchObject({ lanes: 3, faults: 0 });
    await release(desk, held);
    expect(await recount()).toMatchObject({ lanes: 3, faults: 0 });
    await countWaiting(open.house);
    expect(await recount()).toMatchObject({ lanes: 3, faults: 0 });
  });

  test('are the same as those that the upgrade makes of a tally', async () => {
    await countWaiting(open.house);
    const { db, close } = connect(open.house.env.databaseUrl);
    await db.schema.dropTable('lane_sum').execute();
    await db.schema.dropTable('lane_asked').execute();
    if (engine === 'sqlite') await sql`pragma foreign_keys = off`.execute(db);
    await up({ db, engine });
    await addUnreached({ db, engine });
    await close();
    expect(await recount()).toMatchObject({ lanes: 3, faults: 0 });
  });

  test.each(Object.entries(WRONG))('tell of a wrong %s, and name its lane', async (rollup, change) => {
    const { db, close } = connect(open.house.env.databaseUrl);
    const putBack = await change(db);
    const { faults, named } = await recount();
    await putBack();
    await close();
    expect(faults).toBeGreaterThan(0);
    expect(named).toContainEqual(expect.objectContaining({ rollup, personaId: 'buyer' }));
    expect(await recount()).toMatchObject({ faults: 0 });
  });
});
