import { sql } from 'kysely';
import { createTable, type Step } from './kit.ts';

/** Where the database lives and whether it may send from there; whose word a large send goes out on. */
export async function up(step: Step): Promise<void> {
  const time = step.engine === 'sqlite' ? 'integer' : 'bigint';
  await createTable(step, 'installation', [
    // One row for the whole database: it moves, is copied and is restored as a whole.
    'id integer primary key check (id = 1)',
    'instance_id text not null',
    // Null where nothing can be said about the place.
    'home text',
    'round BIG not null',
    'beat_at BIG not null',
    'restored_at BIG',
    'restored_why text',
    // The migration before which a copy was made; never set in the database itself.
    'copied_before text',
    'rests_until BIG',
    'check ((restored_at is null) = (restored_why is null))',
  ]);
  await sql.raw(`alter table workspace add column restore_confirmed ${time}`).execute(step.db);
  await sql`alter table wave add column mail_vouched_by text`.execute(step.db);
}
