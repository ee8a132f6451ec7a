import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chaosOfDatabase } from '#tests/chaos/trouble.ts';
import { type Cluster, startPostgres } from '#tests/support/postgres.ts';

describe('while the file cannot be written, nobody is told otherwise and no word is lost', () => {
  test.each(['full', 'read_only', 'busy'] as const)(
    '%s',
    async (kind) => {
      expect((await chaosOfDatabase({ kind, people: 12, lasts: 1500 })).broken).toEqual([]);
    },
    120_000,
  );
});

describe('while PostgreSQL is gone', () => {
  let own: Cluster;
  const shared = process.env.TEST_POSTGRES_URL;
  beforeAll(async () => {
    own = await startPostgres();
    process.env.TEST_POSTGRES_URL = own.url;
  });
  afterAll(async () => {
    process.env.TEST_POSTGRES_URL = shared;
    await own.stop();
  });

  test('nobody is told otherwise, no word is lost, and it goes on by itself when it is back', async () => {
    const gone = { kind: 'killed', people: 12, lasts: 1500, crash: own.crash } as const;
    expect((await chaosOfDatabase(gone)).broken).toEqual([]);
  }, 120_000);
});
