import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { Engine } from '#db/migrations/kit.ts';

export type Cell = string | number | null;

/** Writes very many rows around the doors: for a bench alone, into a database that nobody else uses. */
export interface BulkRows {
  /** Every row has the columns of the first one, in its order. */
  write(table: string, rows: readonly Readonly<Record<string, Cell>>[]): Promise<void>;
  /** Lets the database get over so much at once, and ends. */
  close(): Promise<void>;
}

export function openBulkRows(engine: Engine, url: string): Promise<BulkRows> {
  return engine === 'sqlite' ? openSqlite(url) : openPostgres(url);
}

async function openSqlite(url: string): Promise<BulkRows> {
  const file = new BetterSqlite3(url);
  file.pragma('synchronous = OFF');
  file.pragma('foreign_keys = OFF');
  file.pragma('cache_size = -400000');
  return {
    write: async (table, rows) => {
      const columns = Object.keys(rows[0] ?? {});
      if (columns.length === 0) return;
      const places = columns.map(() => '?').join(', ');
      const insert = file.prepare(`insert into ${table} (${columns.join(', ')}) values (${places})`);
      file.transaction(() => {
        for (const row of rows) insert.run(...columns.map((column) => row[column]));
      })();
    },
    close: async () => {
      file.pragma('wal_checkpoint(TRUNCATE)');
      file.close();
    },
  };
}

/** Rows that travel in one statement. */
const TOGETHER = 20_000;

async function openPostgres(url: string): Promise<BulkRows> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Foreign keys are checked row by row; what is written here keeps them by how it is made.
  await client.query('set session_replication_role = replica');
  await client.query('set synchronous_commit = off');
  return {
    write: async (table, rows) => {
      // What is nowhere given has no type to be told by, and its default is what it would be.
      const given = (column: string) => rows.some((row) => row[column] !== null);
      const columns = Object.keys(rows[0] ?? {}).filter(given);
      if (columns.length === 0) return;
      const types = columns.map((column, at) => `$${at + 1}::${typeOf(rows, column)}[]`);
      const text = `insert into ${table} (${columns.join(', ')}) select * from unnest(${types.join(', ')})`;
      for (let from = 0; from < rows.length; from += TOGETHER) {
        const some = rows.slice(from, from + TOGETHER);
        await client.query(
          text,
          columns.map((column) => some.map((row) => row[column])),
        );
      }
    },
    close: async () => {
      await client.query('vacuum (analyze)');
      await client.query('checkpoint');
      await client.end();
    },
  };
}

function typeOf(rows: readonly Readonly<Record<string, Cell>>[], column: string): 'bigint' | 'text' {
  return rows.some((row) => typeof row[column] === 'number') ? 'bigint' : 'text';
}

const PIECE = 50_000;

/** Rows of many numbers, some at a time. */
export async function inPieces(
  bulk: BulkRows,
  table: string,
  count: number,
  rowOf: (number: number) => Record<string, Cell>,
): Promise<void> {
  for (let from = 0; from < count; from += PIECE) {
    const size = Math.min(PIECE, count - from);
    await bulk.write(
      table,
      Array.from({ length: size }, (_, i) => rowOf(from + i)),
    );
  }
}
