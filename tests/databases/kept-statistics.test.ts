import pg from 'pg';
import { expect, test } from 'vitest';
import { noteKept } from '#app/answering/refresh-kept-statistics.server.ts';
import { refreshAskedStatistics } from '#app/programme/wave/invitation.store.server.ts';
import { openTestHouse } from '#tests/support/house.ts';

test('nothing says of an empty table of answers that it stays empty, and it is looked at once it fills', async () => {
  const { house, close } = await openTestHouse({ engine: 'postgres' });
  const outside = new pg.Client({ connectionString: house.env.databaseUrl });
  await outside.connect();
  /** What PostgreSQL believes of a table's size; -1 before anybody looked. */
  const believedRows = async (table: string) => {
    const asked = await outside.query("select reltuples from pg_class where relname = $1 and relkind = 'r'", [
      table,
    ]);
    return asked.rows[0].reltuples as number;
  };
  // Whoever had this database before may have looked at it.
  await outside.query('truncate response, outbound_message cascade');
  await refreshAskedStatistics(house.db, 'postgres');
  for (const grown of ['link', 'invitation', 'outbound_message'])
    expect([grown, await believedRows(grown)]).toEqual([grown, 0]);
  expect(await believedRows('response')).toBe(-1);
  for (let kept = 0; kept < 299; kept += 1) noteKept(house);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await believedRows('response')).toBe(-1);
  noteKept(house);
  await expect.poll(() => believedRows('response')).toBe(0);
  await outside.end();
  await close();
});
