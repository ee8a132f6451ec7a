import { sql } from 'kysely';
import { openDatabase } from '#app/platform/db.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { connect } from './connection.ts';

/**
 * `npm run restored`: says of the database that it was put back to an earlier state, for a script that restores one. What
 * cannot be seen from inside, such as a disk that was put back under PostgreSQL, is told by this alone.
 */
async function markRestored(url: string, now: number): Promise<void> {
  await (await openDatabase(url, now)).close();
  const { db, close } = connect(url);
  const why = 'Whoever restored it said so, by `npm run restored`.';
  await sql`
    insert into installation (id, instance_id, round, beat_at, restored_at, restored_why)
    values (1, 'restored', 1, ${now}, ${now}, ${why})
    on conflict (id) do update set restored_at = ${now}, restored_why = ${why}
  `.execute(db);
  await close();
}

await markRestored(readEnv(process.env).databaseUrl, Date.now());
process.stdout.write(
  'Nothing is sent from this database now, until an admin has confirmed under Settings what would go out.\n',
);
