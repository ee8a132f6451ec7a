import { existsSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { connect } from '#db/connection.ts';
import { ENGINES, freshDatabase } from '#tests/support/databases.ts';

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
