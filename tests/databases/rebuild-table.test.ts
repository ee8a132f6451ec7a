import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Connection, connect } from '#db/connection.ts';
import { migrate } from '#db/migrate.ts';
import {
  createIndex,
  createTable,
  freeze,
  type Migration,
  rebuildTable,
  type Step,
} from '#db/migrations/kit.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/databases.ts';

const shop: Migration = {
  name: '0001-shop',
  up: async (step) => {
    await createTable(step, 'part', [
      'id text primary key',
      "kind text not null check (kind in ('bolt', 'nut'))",
      'fits text references part (id)',
    ]);
    await createIndex(step, 'part_by_kind', 'part (kind)');
    await freeze(step, 'part');
    await createTable(step, 'stock', ['part_id text not null references part (id) on delete cascade']);
    await sql`insert into part (id, kind, fits) values ('b', 'bolt', null), ('n', 'nut', 'b')`.execute(
      step.db,
    );
    await sql`insert into stock (part_id) values ('b'), ('n')`.execute(step.db);
  },
};

const WIDER = [
  'id text primary key',
  "kind text not null check (kind in ('bolt', 'nut', 'ring'))",
  'fits text references part (id)',
  'price integer not null',
];

function rebuilding(up: (step: Step) => Promise<void>): Migration {
  return { name: '0002-rings', up, rebuildsTables: true };
}
const rings = rebuilding((step) => rebuildTable(step, 'part', WIDER, { fill: { price: 'length(kind)' } }));

let database: FreshDatabase;
let connection: Connection;

beforeEach(async () => {
  database = await freshDatabase('sqlite');
  connection = connect(database.url);
  await migrate(connection, 1, [shop]);
});
afterEach(async () => {
  await connection.close();
  await database.drop();
});

const run = (text: string) => sql.raw(text).execute(connection.db);
const rows = async (text: string) => (await run(text)).rows;
const FOREIGN_KEYS = 'select foreign_keys as is_on from pragma_foreign_keys()';

describe('a migration that rebuilds a table on SQLite', () => {
  test('keeps every row, also those that refer to the table', async () => {
    await migrate(connection, 2, [shop, rings]);
    expect(await rows('select id, kind, fits, price from part order by id')).toEqual([
      { id: 'b', kind: 'bolt', fits: null, price: 4 },
      { id: 'n', kind: 'nut', fits: 'b', price: 3 },
    ]);
    expect(await rows('select part_id from stock order by part_id')).toHaveLength(2);
  });

  test('keeps the index and the freeze, and holds rows to the new lines', async () => {
    await migrate(connection, 2, [shop, rings]);
    await expect(run(`update part set kind = 'nut'`)).rejects.toThrow('FROZEN');
    await run(`insert into part (id, kind, price) values ('r', 'ring', 1)`);
    await expect(run(`insert into part (id, kind, price) values ('s', 'screw', 1)`)).rejects.toThrow('CHECK');
    await expect(run(`insert into part (id, kind, price) values ('t', 'ring', 'x')`)).rejects.toThrow('TEXT');
    expect(await rows(`select name from sqlite_schema where name like 'part%' order by name`)).toEqual([
      { name: 'part' },
      { name: 'part_by_kind' },
      { name: 'part_frozen' },
    ]);
  });

  test('leaves behind what the new table has no use for', async () => {
    const noKind = rebuilding((step) =>
      rebuildTable(step, 'part', ['id text primary key'], { leave: ['part_by_kind', 'part_frozen'] }),
    );
    await migrate(connection, 2, [shop, noKind]);
    expect(await rows(`select name from sqlite_schema where name like 'part%'`)).toEqual([{ name: 'part' }]);
  });

  test('leaves foreign keys on and pointing at the new table', async () => {
    await migrate(connection, 2, [shop, rings]);
    expect(await rows(FOREIGN_KEYS)).toEqual([{ is_on: 1 }]);
    await expect(run(`insert into stock (part_id) values ('nobody')`)).rejects.toThrow('FOREIGN KEY');
    await run(`insert into stock (part_id) values ('n')`);
  });

  test('is undone as a whole when it breaks a key, and foreign keys are on again', async () => {
    const loses = rebuilding(async (step) => {
      await rebuildTable(step, 'part', WIDER, { fill: { price: '1' } });
      await sql`delete from part where id = 'n'`.execute(step.db);
    });
    await expect(migrate(connection, 2, [shop, loses])).rejects.toThrow('stock to part');
    expect(await rows('select id from part order by id')).toEqual([{ id: 'b' }, { id: 'n' }]);
    expect(await rows('select * from part limit 1')).not.toHaveProperty('0.price');
    expect(await rows(FOREIGN_KEYS)).toEqual([{ is_on: 1 }]);
    expect(await migrate(connection, 2, [shop, rings])).toEqual(['0002-rings']);
    expect(await rows(FOREIGN_KEYS)).toEqual([{ is_on: 1 }]);
  });

  test('is refused when it does not say that it rebuilds', async () => {
    const silent = { name: rings.name, up: rings.up };
    await expect(migrate(connection, 2, [shop, silent])).rejects.toThrow('rebuildsTables: true');
  });
});
