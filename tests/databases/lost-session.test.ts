import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDatabaseAway } from '#app/platform/database-away.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

let testHouse: TestHouse;
let other: pg.Client;
beforeAll(async () => {
  testHouse = await openTestHouse({ engine: 'postgres' });
  await foundTestWorkspace(testHouse.house);
  other = new pg.Client({ connectionString: testHouse.house.env.databaseUrl });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await testHouse.close();
});

/** Ends the session that waits in a transaction for its next query, and returns once it is gone. */
async function endWaitingSession(): Promise<void> {
  const waiting = "datname = current_database() and state = 'idle in transaction'";
  await other.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${waiting}`);
  while ((await other.query(`select pid from pg_stat_activity where ${waiting}`)).rowCount);
}

test('a session that ends between two queries of a transaction ends neither the process nor the next transaction', async () => {
  const { db } = testHouse.house;
  const ask = (tx: typeof db) => tx.selectFrom('workspace').select('id').execute();
  const lost = inTransaction(db, async (tx) => {
    await ask(tx);
    await endWaitingSession();
    // Turns of the loop, in which the end of the socket is heard.
    for (let turns = 0; turns < 20; turns += 1) await other.query('select 1');
    return ask(tx);
  });
  await expect(lost).rejects.toSatisfy(isDatabaseAway);
  expect(await inTransaction(db, ask)).toHaveLength(1);
});
