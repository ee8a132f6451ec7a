import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect } from '#db/connection.ts';
import { migrate } from '#db/migrate.ts';
import * as guards from '#db/migrations/0021-guards.ts';
import { createTable, freeze, type Migration } from '#db/migrations/kit.ts';
import { ENGINES, freshDatabase } from '#tests/support/databases.ts';

/** As much of what was there before as the migration touches. */
const before: Migration = {
  name: '0001-before',
  up: async (step) => {
    await createTable(step, 'workspace', ['id text primary key']);
    const own = 'workspace_id text not null references workspace (id)';
    const key = 'primary key (workspace_id, id)';
    await createTable(step, 'shared_link', [own, 'id text not null', key]);
    const said = ['said_name text', 'said_email text'];
    await createTable(step, 'held_response', [own, 'id text not null', ...said, key]);
    await freeze(step, 'held_response', ['workspace_id', 'id', 'said_name', 'said_email']);
    await sql`insert into workspace (id) values ('w')`.execute(step.db);
    await sql`insert into held_response values ('w', 'a', 'ÉLODIE  Ørsted', 'E@People.example'), ('w', 'b', 'Noor', null), ('w', 'c', null, null)`.execute(
      step.db,
    );
  },
};

test.each(ENGINES)('held answers from before are found by name as new ones are, on %s', async (engine) => {
  const database = await freshDatabase(engine);
  const connection = connect(database.url);
  await migrate(connection, 1, [before, { name: '0021-guards', up: guards.up }]);
  const { rows } = await sql`select id, said_key from held_response order by id`.execute(connection.db);
  expect(rows).toEqual([
    { id: 'a', said_key: 'élodie ørsted e@people.example' },
    { id: 'b', said_key: 'noor' },
    { id: 'c', said_key: null },
  ]);
  await connection.close();
  await database.drop();
});
