import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import {
  type Dialect,
  HandleEmptyInListsPlugin,
  Kysely,
  type KyselyPlugin,
  PostgresDialect,
  replaceWithNoncontingentExpression,
} from 'kysely';
import pg from 'pg';
import type { Engine } from './migrations/kit.ts';
import type { Tables } from './schema/tables.ts';
import { ImmediateSqliteDialect, withStatementCache } from './sqlite-dialect.ts';

export interface Connection {
  engine: Engine;
  db: Kysely<Tables>;
  close(): Promise<void>;
}

/**
 * Opens `postgres://...` or a file path; the one place that knows which engine a URL means.
 * `seal` wraps what compiles and runs every query, also one that goes around the plugins.
 */
export function connect(
  url: string,
  plugins: readonly KyselyPlugin[] = [],
  seal: (dialect: Dialect) => Dialect = (plain) => plain,
): Connection {
  const emptyLists = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression });
  const all = [...plugins, emptyLists];
  const isPostgres = /^postgres(ql)?:\/\//.test(url);
  const dialect = isPostgres ? postgresDialect(url) : sqliteDialect(url);
  const db = new Kysely<Tables>({ dialect: seal(dialect), plugins: all });
  return { engine: isPostgres ? 'postgres' : 'sqlite', db, close: () => db.destroy() };
}

function sqliteDialect(path: string): ImmediateSqliteDialect {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const file = new BetterSqlite3(path);
  file.pragma('journal_mode = WAL');
  // better-sqlite3 is built with NORMAL under WAL: an acknowledged answer could vanish with the power.
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  file.pragma('busy_timeout = 5000');
  file.pragma('journal_size_limit = 67108864');
  return new ImmediateSqliteDialect({ database: withStatementCache(file) });
}

/** int8 arrives as text by default; every count and time of ours fits a double. */
const INT8 = 20;

function postgresDialect(url: string): PostgresDialect {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10, types });
  // Tells of an idle connection that the server closed. The pool has dropped it and the next query opens
  // another; unheard, the event would end the process.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}
