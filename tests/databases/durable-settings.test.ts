import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDurable, type Settings, settingsOf } from '#tests/chaos/durable.ts';
import { ENGINES, freshDatabase } from '#tests/support/databases.ts';
import { type Cluster, startPostgres } from '#tests/support/postgres.ts';

let own: Cluster;
const shared = process.env.TEST_POSTGRES_URL;
// One of its own: the one that tests share may forget.
beforeAll(async () => {
  own = await startPostgres();
  process.env.TEST_POSTGRES_URL = own.url;
});
afterAll(async () => {
  process.env.TEST_POSTGRES_URL = shared;
  await own.stop();
});

describe.each(ENGINES)('a handle on %s', (engine) => {
  test('waits for the disk with each commit', async () => {
    const { url, drop } = await freshDatabase(engine);
    const settings = await settingsOf(url, engine);
    await drop();
    expect(isDurable(settings), JSON.stringify(settings)).toBe(true);
  });
});

test.each<Settings>([
  { journal_mode: 'wal', synchronous: 1 },
  { journal_mode: 'memory', synchronous: 2 },
  { synchronous_commit: 'off', fsync: 'on', full_page_writes: 'on' },
  { synchronous_commit: 'on', fsync: 'off', full_page_writes: 'on' },
])('%j is not taken for it', (settings) => {
  expect(isDurable(settings)).toBe(false);
});
