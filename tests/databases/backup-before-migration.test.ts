import { chmod, readdir, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BackupError } from '#db/backup.ts';
import { type Connection, connect } from '#db/connection.ts';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/all.ts';
import { createTable, type Migration } from '#db/migrations/kit.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/databases.ts';

const parts: Migration = {
  name: '0001-parts',
  up: async (step) => createTable(step, 'part', ['id text primary key']),
};
const prices: Migration = {
  name: '0002-prices',
  up: async ({ db }) => void (await sql`alter table part add column price integer`.execute(db)),
};
const fails: Migration = {
  name: '0002-prices',
  up: () => Promise.reject(new Error('no prices today')),
};

let database: FreshDatabase;
let connection: Connection;

beforeEach(async () => {
  database = await freshDatabase('sqlite');
  connection = connect(database.url);
});
afterEach(async () => {
  await connection.close();
  await database.drop();
});

const write = (id: string) => sql`insert into part (id) values (${id})`.execute(connection.db);

/** The copies beside the database, by name. */
async function copies(): Promise<string[]> {
  const files = await readdir(dirname(database.url));
  const own = basename(database.url);
  return files.filter((file) => file.startsWith(`${own}.`)).sort();
}

function partsIn(copy: string): unknown[] {
  const file = new BetterSqlite3(`${dirname(database.url)}/${copy}`, { readonly: true });
  const rows = file.prepare('select * from part order by id').all();
  file.close();
  return rows;
}

const COPY = 'rolecall.sqlite.before-0002-prices';

describe('before a migration on SQLite', () => {
  test('a fresh database is not copied', async () => {
    await migrate(connection, 1, [parts, prices]);
    await migrate(connection, 1, [parts, prices]);
    expect(await copies()).toEqual([]);
  });

  test('a database in memory is not copied', async () => {
    const memory = connect(':memory:');
    await migrate(memory, 1, [parts]);
    expect(await migrate(memory, 1, [parts, prices])).toEqual(['0002-prices']);
    await memory.close();
  });

  test('the schema of this release comes to a fresh file without a copy', async () => {
    expect(await migrate(connection, 1)).toEqual(migrations.map(({ name }) => name));
    expect(await copies()).toEqual([]);
  });

  test('one that holds data is copied as it was, with what only the log holds yet', async () => {
    await migrate(connection, 1, [parts]);
    await write('bolt');
    expect((await stat(`${database.url}-wal`)).size).toBeGreaterThan(0);
    await migrate(connection, 2, [parts, prices]);
    expect(await copies()).toEqual([COPY]);
    expect(partsIn(COPY)).toEqual([{ id: 'bolt' }]);
  });

  test('the copy is as open and as closed to others as the database', async () => {
    await migrate(connection, 1, [parts]);
    await chmod(database.url, 0o640);
    await migrate(connection, 2, [parts, prices]);
    const { mode } = await stat(`${dirname(database.url)}/${COPY}`);
    expect(mode & 0o777).toBe(0o640);
  });

  test('a start that fails again and again with the same data leaves one copy', async () => {
    await migrate(connection, 1, [parts]);
    await write('bolt');
    for (let start = 0; start < 3; start += 1)
      await expect(migrate(connection, 2, [parts, fails])).rejects.toThrow('no prices today');
    expect(await copies()).toEqual([COPY]);
  });

  test('the copy of an earlier attempt stays, and what was written since has a copy of its own', async () => {
    await migrate(connection, 1, [parts]);
    await write('bolt');
    await expect(migrate(connection, 2, [parts, fails])).rejects.toThrow();
    await write('nut');
    await migrate(connection, 3, [parts, prices]);
    expect(await copies()).toEqual([COPY, `${COPY}.2`]);
    expect(partsIn(COPY)).toEqual([{ id: 'bolt' }]);
    expect(partsIn(`${COPY}.2`)).toEqual([{ id: 'bolt' }, { id: 'nut' }]);
  });

  test('a copy that cannot be made stops the start before anything changes', async () => {
    await migrate(connection, 1, [parts]);
    const longName = { ...prices, name: `0002-${'x'.repeat(250)}` };
    const refused = migrate(connection, 2, [parts, longName]);
    await expect(refused).rejects.toBeInstanceOf(BackupError);
    await expect(refused).rejects.toThrow(/^the copy of the database .* could not be written/);
    expect(await copies()).toEqual([]);
    expect((await sql`select * from pragma_table_info('part')`.execute(connection.db)).rows).toHaveLength(1);
  });
});
