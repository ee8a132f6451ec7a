import { setTimeout as rest } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

let testHouse: TestHouse;
let workspaceId: string;
beforeAll(async () => {
  testHouse = await openTestHouse();
  workspaceId = (await foundTestWorkspace(testHouse.house)).workspace.id;
});
afterAll(() => testHouse.close());

test('many who wait for a file that another process writes stop nobody else, and all write in the end', async () => {
  const { house } = testHouse;
  const other = new Database(house.env.databaseUrl);
  other.exec('begin immediate');
  let lastTurn = performance.now();
  let longest = 0;
  const turning = setInterval(() => {
    longest = Math.max(longest, performance.now() - lastTurn);
    lastTurn = performance.now();
  }, 5);
  const refusal = { workspace_id: workspaceId, at: 1, actor: 'test', code: 'busy', asked: '' };
  const writing = Array.from({ length: 20 }, () =>
    inTransaction(house.db, (tx) =>
      tx
        .insertInto('refusal')
        .values({ ...refusal, id: house.ids.make() })
        .execute(),
    ),
  );
  // Also where nothing is begun again but what the handle itself begins.
  writing.push(
    house.db.transaction().execute((tx) =>
      tx
        .insertInto('refusal')
        .values({ ...refusal, id: house.ids.make() })
        .execute(),
    ),
  );
  // And statements that stand alone.
  for (let i = 0; i < 10; i += 1)
    writing.push(
      house.db
        .insertInto('refusal')
        .values({ ...refusal, id: house.ids.make() })
        .execute(),
    );
  await rest(1000);
  other.exec('rollback');
  other.close();
  await Promise.all(writing);
  clearInterval(turning);
  // One after the other, each would have stopped the process for a quarter of a second.
  expect(longest).toBeLessThan(500);
  const rows = await house.db
    .selectFrom('refusal')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('code', '=', 'busy')
    .execute();
  expect(rows).toHaveLength(31);
});
