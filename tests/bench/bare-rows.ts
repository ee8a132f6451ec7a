import BetterSqlite3 from 'better-sqlite3';

const ROWS_A_TRANSACTION = 200;

/** Rows per second of bare better-sqlite3, durable, 200 rows a transaction: what an import is held against. */
export function bareRowsPerSecond(path: string, count: number): number {
  const database = new BetterSqlite3(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'create table person (id text primary key, name text, email text unique, account text) strict',
  );
  const insert = database.prepare('insert into person values (?, ?, ?, ?)');
  const batch = database.transaction((from: number) => {
    for (let i = from; i < from + ROWS_A_TRANSACTION; i += 1)
      insert.run(String(i), `Ada Number${i}`, `p${i}@a.example`, `Account ${i}`);
  });
  const start = performance.now();
  for (let from = 0; from < count; from += ROWS_A_TRANSACTION) batch(from);
  database.close();
  return count / ((performance.now() - start) / 1000);
}
