import { sql } from 'kysely';
import type { Connection } from './connection.ts';
import { migrations } from './migrations/all.ts';
import type { Step } from './migrations/kit.ts';

/**
 * Brings the database to the newest schema and returns the names that ran now.
 * Each migration and its marker share one transaction, also on SQLite; processes that start together wait
 * for each other on the marker table.
 */
export async function migrate({ db, engine }: Connection, now: number): Promise<string[]> {
  await createMarkers({ db, engine });
  const ran: string[] = [];
  for (const migration of migrations) {
    const fresh = await db.transaction().execute(async (tx) => {
      const step: Step = { db: tx as unknown as Step['db'], engine };
      if (engine === 'postgres') await sql`lock table migration in exclusive mode`.execute(tx);
      const seen = await sql`select 1 from migration where name = ${migration.name}`.execute(tx);
      if (seen.rows.length > 0) return false;
      await migration.up(step);
      await sql`insert into migration (name, at) values (${migration.name}, ${now})`.execute(tx);
      return true;
    });
    if (fresh) ran.push(migration.name);
  }
  return ran;
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
