import { CompiledQuery, Kysely, type KyselyPlugin, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#app/platform/db.server.ts';
import { PersonaGuardError } from '#app/platform/persona-guard.ts';
import { type Connection, connect } from '#db/connection.ts';
import type { Tables } from '#db/schema/tables.ts';
import { ENGINES, type FreshDatabase, freshDatabase } from '#tests/support/databases.ts';
import { type Db, mean } from '#tests/support/guard-attacks/attack.ts';
import { engines } from '#tests/support/guard-attacks/engines.ts';
import { groups } from '#tests/support/guard-attacks/groups.ts';
import { pins } from '#tests/support/guard-attacks/pins.ts';
import { raw } from '#tests/support/guard-attacks/raw.ts';
import { values } from '#tests/support/guard-attacks/values.ts';
import { writes } from '#tests/support/guard-attacks/writes.ts';
import { reads } from '#tests/support/guard-lawful/reads.ts';
import { keeping } from '#tests/support/guard-lawful/writes.ts';
import { insertKeyedRows, keyedRows } from '#tests/support/keyed-rows.ts';

const attacks = [...pins, ...groups, ...values, ...raw, ...writes, ...engines];

describe.each(ENGINES)('the query guard on %s', (engine) => {
  let database: FreshDatabase;
  let plain: Connection;
  let guarded: Db;
  let close: () => Promise<void>;

  beforeAll(async () => {
    database = await freshDatabase(engine);
    const opened = await openDatabase(database.url, 1);
    // Attackers cast.
    guarded = opened.db as unknown as Db;
    close = opened.close;
    plain = connect(database.url);
    await sql`create view blend as select avg(score) as mean from answer`.execute(plain.db);
    await insertKeyedRows(plain.db, keyedRows('w1'));
  });
  afterAll(async () => {
    await plain.close();
    await close();
    await database.drop();
  });

  test.each(attacks)('refuses $claim', async ({ ask }) => {
    expect(() => ask(guarded).compile()).toThrow(PersonaGuardError);
  });

  const obeyed = attacks.filter(({ on }) => on.includes(engine));
  test.each(obeyed)('stands alone between the database and $claim', async ({ ask }) => {
    await expect(undone(plain.db, (tx) => ask(tx).execute())).resolves.toBeUndefined();
  });

  test.each([...reads, ...keeping])('lets pass: $claim', async ({ ask, gives }) => {
    const rows: unknown[] = [];
    await undone(guarded, async (tx) => rows.push(...(await ask(tx).execute())));
    if (gives) expect(rows).toEqual(gives);
  });

  const ways: [way: string, attempt: (db: Db) => Promise<unknown>][] = [
    ['a raw statement', (db) => sql`select avg(score) from answer`.execute(db)],
    ['a raw statement in capitals and quotes', (db) => sql`SELECT avg(score) FROM "ANSWER"`.execute(db)],
    ['a raw statement on a view', (db) => sql`select mean from blend`.execute(db)],
    [
      'a raw write that hands values back',
      (db) => sql`update answer_tally set people = 9 returning value`.execute(db),
    ],
    ['a change of the schema', (db) => db.schema.createIndex('quick').on('wave').column('name').execute()],
    ['a view of its own', (db) => db.schema.createView('v').as(mean(db)).execute()],
    ['a second statement behind the first', (db) => sql`select 1; delete from response`.execute(db)],
    ['text that no builder wrote', (db) => db.executeQuery(CompiledQuery.raw('select 1'))],
    ['text given to the executor', (db) => db.getExecutor().executeQuery(CompiledQuery.raw('select 1'))],
    ['text that borrows a lawful tree', (db) => db.getExecutor().executeQuery(forged(db))],
    ['a handle without plugins', async (db) => mean(db.withoutPlugins()).execute()],
    ['an executor without plugins', (db) => bare(db).executeQuery(compiledWithout(db))],
    [
      'a transaction without plugins',
      (db) => db.transaction().execute((tx) => mean(tx.withoutPlugins()).execute()),
    ],
    ['a later plugin that swaps the query', (db) => count(db).withPlugin(swapping(plain.db)).execute()],
    ['a query compiled elsewhere', (db) => db.getExecutor().executeQuery(mean(plain.db).compile())],
    ['a stream', (db) => mean(db).stream()[Symbol.asyncIterator]().next()],
    ['a reserved connection', (db) => db.connection().execute((one) => mean(one).execute())],
  ];
  test.each(ways)('cannot be gone around by %s', async (_, attempt) => {
    await expect(async () => attempt(guarded)).rejects.toThrow(
      /PERSONA_REQUIRED|leads around the persona guard/,
    );
  });

  test('names the fault and the way out', () => {
    expect(() => mean(guarded).compile()).toThrow(
      'PERSONA_REQUIRED: answer is read without one persona: pin answer.persona_id to a value in WHERE, or group by it',
    );
  });
});

const UNDONE = new Error('undone');

async function undone(db: Kysely<Tables>, work: (tx: Kysely<Tables>) => Promise<unknown>): Promise<void> {
  const attempt = db.transaction().execute(async (tx) => {
    await work(tx);
    throw UNDONE;
  });
  await attempt.catch((error) => {
    if (error !== UNDONE) throw error;
  });
}

const count = (db: Db) => db.selectFrom('answer').select((eb) => eb.fn.countAll<number>().as('n'));
const bare = (db: Db) => db.getExecutor().withoutPlugins();
const forged = (db: Db): CompiledQuery => ({ ...count(db).compile(), sql: 'select avg(score) from answer' });

function compiledWithout(db: Db): CompiledQuery {
  const { query, queryId } = mean(new Kysely<Tables>({ dialect: unguardedDialect(db) })).compile();
  return bare(db).compileQuery(query, queryId);
}

/** Builds trees that no guard has seen; it is never asked to run them. */
function unguardedDialect(db: Db): ConstructorParameters<typeof Kysely>[0]['dialect'] {
  const refused = () => {
    throw new Error('only builds trees');
  };
  const compiler = {
    compileQuery: (query: unknown, queryId: unknown) => ({ query, queryId, sql: '', parameters: [] }),
  };
  return {
    createAdapter: () => db.getExecutor().adapter,
    createDriver: () => ({ init: refused }) as never,
    createIntrospector: refused,
    createQueryCompiler: () => compiler as never,
  };
}

function swapping(unguarded: Db): KyselyPlugin {
  return {
    transformQuery: () => mean(unguarded).toOperationNode() as never,
    transformResult: async ({ result }) => result,
  };
}
