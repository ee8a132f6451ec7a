import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Db } from '#app/platform/db.server.ts';
import { connectReading } from '#db/connection.ts';
import { ENGINES, freshDatabase } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

/** More rows than the reading thread hands out at once. */
const MANY = 1234;

describe.each(ENGINES)('long reads on %s', (engine) => {
  let open: TestHouse;
  let db: Db;
  let reading: Db;
  let workspaceId = '';

  beforeAll(async () => {
    open = await openTestHouse({ engine });
    ({ db, reading } = open.house);
    workspaceId = (await foundTestWorkspace(open.house)).workspace.id;
    await fill(MANY);
  });
  afterAll(() => open.close());

  async function fill(count: number) {
    const rows = Array.from({ length: count }, (_, i) => ({
      ...{ workspace_id: workspaceId, id: String(i).padStart(6, '0'), at: i },
      ...{ actor: 'test', code: 'MANY', asked: '' },
    }));
    for (let at = 0; at < count; at += 500)
      await db
        .insertInto('refusal')
        .values(rows.slice(at, at + 500))
        .execute();
  }

  const notes = (from: Db) =>
    from.selectFrom('refusal').select(['id', 'at']).where('workspace_id', '=', workspaceId);

  /** Every pair of notes: long on either engine, and one row comes back. */
  const pairs = () =>
    reading
      .selectFrom('refusal as a')
      .innerJoin('refusal as b', 'b.workspace_id', 'a.workspace_id')
      .select((eb) => eb.fn.countAll<number>().as('pairs'))
      .where('a.workspace_id', '=', workspaceId)
      .where((eb) => eb(eb('a.at', '+', eb.ref('b.at')), '>', 0))
      .executeTakeFirstOrThrow();

  test('find what was committed, whole and in order', async () => {
    const rows = await notes(reading).where('code', '=', 'MANY').orderBy('id').execute();
    expect(rows.map(({ at }) => at)).toEqual(Array.from({ length: MANY }, (_, i) => i));
  });

  test('go back to who asked, however many ask at once', async () => {
    const wanted = Array.from({ length: 50 }, (_, i) => i);
    const found = await Promise.all(wanted.map((at) => notes(reading).where('at', '=', at).execute()));
    expect(found.map(([row]) => row?.at)).toEqual(wanted);
  });

  test('let everybody else be answered meanwhile', async () => {
    const ended: string[] = [];
    const long = pairs().then(() => ended.push('the long read'));
    for (let turn = 0; turn < 3; turn += 1) {
      await nextTurn();
      await notes(db).limit(1).execute();
    }
    ended.push('a respondent');
    await long;
    expect(ended).toEqual(['a respondent', 'the long read']);
  });

  test('write nothing', async () => {
    const row = { workspace_id: workspaceId, id: 'new', at: 1, actor: 'test', code: 'NEW', asked: '' };
    const writes = [
      reading.insertInto('refusal').values(row),
      reading.updateTable('refusal').set({ code: 'NEW' }).where('workspace_id', '=', workspaceId),
      reading.deleteFrom('refusal').where('workspace_id', '=', workspaceId),
    ];
    for (const write of writes) expect(() => write.compile()).toThrow('only reads');
    for (const write of writes) await expect(write.execute()).rejects.toThrow('only reads');
    expect(await notes(db).where('code', '=', 'NEW').execute()).toEqual([]);
  });

  test('are judged like every other query', async () => {
    const blended = reading
      .selectFrom('answer')
      .select((eb) => eb.fn.avg('score').as('score'))
      .where('workspace_id', '=', workspaceId);
    await expect(blended.execute()).rejects.toThrow('PERSONA_REQUIRED');
  });

  test('say what went wrong, and the next one is answered', async () => {
    // biome-ignore lint/suspicious/noExplicitAny: a column that the types would refuse
    const faulty = reading.selectFrom('refusal').select('no_such_column' as any);
    await expect(faulty.where('workspace_id', '=', workspaceId).execute()).rejects.toThrow('no_such_column');
    expect(await notes(reading).limit(1).execute()).toHaveLength(1);
  });
});

describe.each(ENGINES)('the thread that reads %s', (engine) => {
  test('is told in one message what one turn asks', async () => {
    const { house, close } = await openTestHouse({ engine });
    const { workspace } = await foundTestWorkspace(house);
    const read = (id: string) =>
      house.reading.selectFrom('workspace').select('id').where('id', '=', id).execute();
    await read(workspace.id);
    const sent = vi.spyOn(Worker.prototype, 'postMessage');
    const found = await Promise.all([read(workspace.id), read('another'), read(workspace.id)]);
    expect(sent.mock.calls.map(([asked]) => asked)).toEqual([
      [expect.objectContaining({ kind: 'run' }), expect.objectContaining({ kind: 'run' })],
    ]);
    sent.mockRestore();
    // What two asked alike was asked once, and is neither's alone.
    expect(found).toEqual([[{ id: workspace.id }], [], [{ id: workspace.id }]]);
    found[0]![0]!.id = 'changed by one of them';
    expect(found[2]).toEqual([{ id: workspace.id }]);
    await close();
  });

  test('asks anew what was asked in an earlier turn', async () => {
    const { house, close } = await openTestHouse({ engine });
    const { workspace } = await foundTestWorkspace(house);
    const read = () => house.reading.selectFrom('workspace').select('name').executeTakeFirstOrThrow();
    await read();
    const renamed = house.db.updateTable('workspace').set({ name: 'Renamed' }).where('id', '=', workspace.id);
    await renamed.execute();
    expect(await read()).toEqual({ name: 'Renamed' });
    await close();
  });

  test('says that it has ended to whoever still waits when the house closes', async () => {
    const { house, close } = await openTestHouse({ engine });
    const { workspace } = await foundTestWorkspace(house);
    const read = house.reading.selectFrom('workspace').select('id').where('id', '=', workspace.id).execute();
    const told = expect(read).rejects.toThrow('has ended');
    await close();
    await told;
  });
});

test('PostgreSQL keeps the plan of what is read again and again, and of nothing else', async () => {
  const fresh = await freshDatabase('postgres');
  const { db, keepPlan, close } = connectReading(fresh.url, [], (dialect) => dialect);
  keepPlan('select 1 as one');
  for (const statement of [sql`select 1 as one`, sql`select 2 as two`, sql`select 1 as one`])
    await statement.execute(db);
  const kept = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
  expect(kept.rows).toEqual([{ statement: 'select 1 as one' }]);
  await close();
  await fresh.drop();
});
