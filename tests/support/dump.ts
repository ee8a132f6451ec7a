import Database from 'better-sqlite3';
import pg from 'pg';

/** Every column of every table of a database as text, bytes as they are: what somebody reads who got hold of a copy. */
export async function dumpDatabase(url: string): Promise<string> {
  return url.startsWith('postgres') ? dumpPostgres(url) : dumpSqlite(url);
}

function dumpSqlite(path: string): string {
  const file = new Database(path, { readonly: true });
  try {
    const tables = file.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
    return tables.map((name) => show(String(name), file.prepare(`select * from "${name}"`).all())).join('\n');
  } finally {
    file.close();
  }
}

async function dumpPostgres(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    const shown: string[] = [];
    for (const { name } of tables.rows)
      shown.push(show(name, (await client.query(`select * from "${name}"`)).rows));
    return shown.join('\n');
  } finally {
    await client.end();
  }
}

function show(table: string, rows: readonly unknown[]): string {
  const lines = rows.map((row) =>
    Object.values(row as object)
      .map(cell)
      .join('\t'),
  );
  // A table has no order of its own.
  return [table, ...lines.sort()].join('\n');
}

/** Bytes once as they are, and once with the soft line ends of a mail taken out. */
function cell(value: unknown): string {
  if (!Buffer.isBuffer(value)) return String(value);
  const text = value.toString('latin1');
  return `${text}\n${text.replace(/=\r?\n/g, '')}`;
}
