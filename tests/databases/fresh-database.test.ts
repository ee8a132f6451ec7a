import { existsSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { connect } from '#db/connection.ts';
import { ENGINES, freshDatabase, migratedDatabase } from '#tests/support/databases.ts';
import { dumpDatabase } from '#tests/support/dump.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { clear, inDatabase, lookAtNew } from '#tests/support/lent-postgres.ts';

describe.each(ENGINES)('a fresh database on %s', (engine) => {
  it('is empty, and is what its URL says', async () => {
    const fresh = await freshDatabase(engine);
    const connection = connect(fresh.url);
    expect(connection.engine).toBe(engine);
    expect(await connection.db.introspection.getTables()).toEqual([]);
    await connection.close();
    await fresh.drop();
  });

  it('is not shared with another one', async () => {
    const [one, other] = await Promise.all([freshDatabase(engine), freshDatabase(engine)]);
    expect(one.url).not.toBe(other.url);
    await Promise.all([one.drop(), other.drop()]);
  });
});

it('leaves nothing behind on SQLite', async () => {
  const fresh = await freshDatabase('sqlite');
  await connect(fresh.url).close();
  await fresh.drop();
  expect(existsSync(fresh.url)).toBe(false);
});

it('leaves nothing behind on PostgreSQL', async () => {
  const fresh = await freshDatabase('postgres');
  await fresh.drop();
  await expect(new pg.Client({ connectionString: fresh.url }).connect()).rejects.toMatchObject({
    code: '3D000',
  });
});

describe.each(ENGINES)('a migrated database on %s', (engine) => {
  it('holds nothing of whoever had one before', async () => {
    const first = await migratedDatabase(engine);
    const asMade = await dumpDatabase(first.url);
    const { house, close } = await openTestHouse({ engine, database: first });
    await foundTestWorkspace(house);
    expect(await dumpDatabase(first.url)).not.toBe(asMade);
    await close();
    const next = await migratedDatabase(engine);
    expect(await dumpDatabase(next.url)).toBe(asMade);
    await next.drop();
  });
});

describe('a database of PostgreSQL that comes back', () => {
  it('is as it was made, whatever was written and whoever is still in it', async () => {
    const { url, drop } = await migratedDatabase('postgres');
    const asMade = await dumpDatabase(url);
    const lent = await lookAtNew(url, 'this one');
    const left = new pg.Client({ connectionString: url });
    left.on('error', () => undefined);
    await left.connect();
    const { house, close } = await openTestHouse({ database: { url, drop: async () => undefined } });
    await foundTestWorkspace(house);
    await close();
    await left.query('begin');
    await left.query('delete from migration');
    expect(await clear(url, lent)).toBe(true);
    expect(await dumpDatabase(url)).toBe(asMade);
    await left.end().catch(() => undefined);
    await drop();
  });

  it.each([
    'create table more (id text)',
    'alter table workspace add column more text',
    'alter table workspace rename column name to called',
    'create index more on workspace (name)',
    'alter table invitation disable trigger invitation_frozen',
  ])('is not lent again after “%s”', async (changes) => {
    const { url, drop } = await migratedDatabase('postgres');
    const lent = await lookAtNew(url, 'this one');
    await inDatabase(url, (ask) => ask(changes));
    expect(await clear(url, lent)).toBe(false);
    await drop();
  });
});
