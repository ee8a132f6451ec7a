import Database from 'better-sqlite3';
import pg from 'pg';

export type RowCounts = Record<string, number>;

/** How many rows each table of a database has. */
export function countRows(url: string): Promise<RowCounts> {
  return url.startsWith('postgres') ? countPostgres(url) : Promise.resolve(countSqlite(url));
}

function countSqlite(path: string): RowCounts {
  const file = new Database(path, { readonly: true });
  try {
    const tables = file.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
    const count = (name: string) => Number(file.prepare(`select count(*) from "${name}"`).pluck().get());
    return Object.fromEntries(tables.map((name) => [String(name), count(String(name))]));
  } finally {
    file.close();
  }
}

async function countPostgres(url: string): Promise<RowCounts> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    const counts: RowCounts = {};
    for (const { name } of rows) {
      const counted = await client.query<{ rows: string }>(`select count(*) as rows from "${name}"`);
      counts[name] = Number(counted.rows[0]!.rows);
    }
    return counts;
  } finally {
    await client.end();
  }
}

/** How many more or fewer rows there are, over all tables. */
export function rowsBetween(before: RowCounts, after: RowCounts): number {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].reduce((sum, name) => sum + Math.abs((after[name] ?? 0) - (before[name] ?? 0)), 0);
}
