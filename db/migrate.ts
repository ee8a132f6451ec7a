import { type Kysely, sql } from 'kysely';
import { backUp } from './backup.ts';
import type { Connection } from './connection.ts';
import { migrations } from './migrations/all.ts';
import type { Migration, Step } from './migrations/kit.ts';
import type { Tables } from './schema/tables.ts';

/**
 * Brings the database to the newest schema and returns the names that ran now.
 * Each migration and its marker share one transaction, also on SQLite; processes that start together wait
 * for each other on the marker table. A SQLite file that already holds a schema is copied beside itself first.
 */
export async function migrate(
  { db, engine }: Pick<Connection, 'db' | 'engine'>,
  now: number,
  list: readonly Migration[] = migrations,
): Promise<string[]> {
  await createMarkers({ db, engine });
  const marked = await sql<{ name: string }>`select name from migration`.execute(db);
  const seen = new Set(marked.rows.map(({ name }) => name));
  const pending = list.filter(({ name }) => !seen.has(name));
  const [first] = pending;
  if (engine === 'sqlite' && first && seen.size > 0) await backUp(db, first.name);
  const ran: string[] = [];
  for (const migration of pending) {
    const once = (on: Kysely<Tables>) => runOnce({ db: on, engine }, migration, now);
    const rebuilds = engine === 'sqlite' && migration.rebuildsTables;
    const fresh = rebuilds ? await withoutForeignKeys(db, migration.name, once) : await once(db);
    if (fresh) ran.push(migration.name);
  }
  return ran;
}

/** False when another process has run it meanwhile. */
function runOnce(
  { db, engine }: Pick<Connection, 'db' | 'engine'>,
  migration: Migration,
  now: number,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const step: Step = { db: tx as unknown as Step['db'], engine };
    if (engine === 'postgres') await sql`lock table migration in exclusive mode`.execute(tx);
    const seen = await sql`select 1 from migration where name = ${migration.name}`.execute(tx);
    if (seen.rows.length > 0) return false;
    await migration.up(step);
    if (engine === 'sqlite' && migration.rebuildsTables) await checkForeignKeys(tx, migration.name);
    await sql`insert into migration (name, at) values (${migration.name}, ${now})`.execute(tx);
    return true;
  });
}

/** SQLite heeds the switch outside a transaction only, and for the one connection that it is said on. */
function withoutForeignKeys<T>(
  db: Kysely<Tables>,
  name: string,
  work: (one: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (one) => {
    try {
      await switchForeignKeys(one, 'off', name);
      return await work(one);
    } finally {
      await switchForeignKeys(one, 'on', name);
    }
  });
}

async function switchForeignKeys(one: Kysely<Tables>, to: 'on' | 'off', name: string): Promise<void> {
  // The switch works while the statement is prepared, and prepared ones are kept: the name makes it a new one.
  await sql.raw(`pragma foreign_keys = ${to} -- ${name}`).execute(one);
  const read = await sql<{ is: number }>`select foreign_keys as "is" from pragma_foreign_keys()`.execute(one);
  if (read.rows[0]?.is !== (to === 'on' ? 1 : 0))
    throw new Error(`SQLite did not turn foreign keys ${to} for the migration ${name}.`);
}

async function checkForeignKeys(tx: Kysely<Tables>, name: string): Promise<void> {
  const found = await sql<{ table: string; parent: string }>`
    select distinct "table", parent from pragma_foreign_key_check()
  `.execute(tx);
  if (found.rows.length === 0) return;
  const broken = found.rows.map(({ table, parent }) => `${table} to ${parent}`).join(', ');
  throw new Error(`The migration ${name} would break keys: ${broken}.`);
}

/** What PostgreSQL says to all but one of those who create the same table at the same moment. */
const MADE_MEANWHILE = new Set(['23505', '42P07', '42710']);

/** `if not exists` looks before it creates: of two who look together on PostgreSQL, one is refused. */
async function createMarkers({ db, engine }: Pick<Connection, 'db' | 'engine'>): Promise<void> {
  const time = engine === 'sqlite' ? 'integer' : 'bigint';
  try {
    await sql
      .raw(`create table if not exists migration (name text primary key, at ${time} not null)`)
      .execute(db);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && MADE_MEANWHILE.has(String(fault.code)))) throw fault;
  }
}
