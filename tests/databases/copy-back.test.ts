import BetterSqlite3 from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '#app/platform/db.server.ts';
import { freshDatabase } from '#tests/support/databases.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Writes five thousand pages, fewer than a commit would copy back by itself, and tells how many are in the file. */
async function writeMuch(isServing: boolean): Promise<() => number> {
  const { url, drop } = await freshDatabase('sqlite');
  closing.push(drop);
  const house = await openDatabase(url, 0);
  closing.push(house.close);
  if (isServing) house.serve();
  const file = new BetterSqlite3(url);
  closing.push(async () => file.close());
  file.pragma('wal_autocheckpoint = 0');
  file.exec('create table ballast (bytes blob not null) strict');
  const put = file.prepare('insert into ballast values (zeroblob(4096))');
  file.transaction(() => {
    for (let page = 0; page < 5000; page += 1) put.run();
  })();
  return () => (file.pragma('wal_checkpoint(NOOP)') as { checkpointed: number }[])[0]!.checkpointed;
}

test('a server copies the log back beside its commits', async () => {
  const copied = await writeMuch(true);
  await expect.poll(copied, { timeout: 10_000 }).toBeGreaterThan(5000);
});

test('nobody else does', async () => {
  const copied = await writeMuch(false);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(copied()).toBeLessThan(1000);
});
