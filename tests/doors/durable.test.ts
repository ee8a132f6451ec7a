import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canTrace, proveDurable } from '#tests/chaos/durable.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { type Cluster, startPostgres } from '#tests/support/postgres.ts';

let own: Cluster;
const shared = process.env.TEST_POSTGRES_URL;
// One of its own: a server that is traced is slow for everybody.
beforeAll(async () => {
  own = await startPostgres();
  process.env.TEST_POSTGRES_URL = own.url;
});
afterAll(async () => {
  process.env.TEST_POSTGRES_URL = shared;
  await own.stop();
});

/** A machine without strace, or a container that forbids it, shows this by the settings alone (tests/databases). */
describe.runIf(canTrace()).each(ENGINES)('what is acknowledged on %s', (engine) => {
  test('was forced to the disk before', async () => {
    expect((await proveDurable({ engine, submits: 8 })).broken).toEqual([]);
  }, 120_000);

  test('would not have been with less, and the proof sees it', async () => {
    const { broken } = await proveDurable({ engine, submits: 8, spoiled: true });
    expect(broken).toContain('each was on the disk before it was said');
  }, 120_000);
});
