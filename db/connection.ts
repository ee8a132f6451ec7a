import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import {
  type Dialect,
  HandleEmptyInListsPlugin,
  Kysely,
  type KyselyPlugin,
  replaceWithNoncontingentExpression,
  SqliteDialect,
} from 'kysely';
import { isPostgres } from './engine-of.ts';
import { LogForcer } from './log-forcer.ts';
import type { Engine } from './migrations/kit.ts';
import { PipeliningDialect } from './postgres-dialect.ts';
import { openSessions } from './postgres-sessions.ts';
import { ReadingDialect } from './reading-dialect.ts';
import type { Tables } from './schema/tables.ts';
import { ImmediateSqliteDialect, withStatementCache } from './sqlite-dialect.ts';

export interface Connection {
  engine: Engine;
  db: Kysely<Tables>;
  /** Lets PostgreSQL plan this text once for each session; SQLite keeps statements anyway. */
  keepPlan(sql: string): void;
  /**
   * Resolves once every transaction that was committed before is on the disk. Nobody may be told of one earlier: only a
   * handle of {@link connectForcing} leaves that to the caller, any other has them there when they end.
   */
  onDisk(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens `postgres://...` or a file path.
 * `seal` wraps what compiles and runs every query, also one that goes around the plugins. `wait` is how long SQLite waits
 * for another process that writes, in ms.
 */
export function connect(
  url: string,
  plugins: readonly KyselyPlugin[] = [],
  seal: (dialect: Dialect) => Dialect = (plain) => plain,
  wait: number = SQLITE_WAITS.alone,
): Connection {
  const plans = new Map<string, string>();
  const dialect = isPostgres(url) ? postgresDialect(url, plans, SESSIONS.all) : sqliteDialect(url, wait);
  return open(url, plans, seal(dialect), plugins);
}

/**
 * The same for a process that serves: on SQLite the disk is waited for beside the event loop, and whoever ran a transaction
 * waits for `onDisk` before anybody hears of it.
 */
export function connectForcing(
  url: string,
  plugins: readonly KyselyPlugin[],
  seal: (dialect: Dialect) => Dialect,
): Connection {
  if (isPostgres(url) || url === ':memory:') return connect(url, plugins, seal, SQLITE_WAITS.amongOthers);
  const log = new LogForcer(url);
  const dialect = sqliteDialect(url, SQLITE_WAITS.amongOthers, { isForcedApart: true });
  const connection = open(url, new Map(), seal(dialect), plugins);
  return {
    ...connection,
    onDisk: () => log.force(),
    close: async () => {
      await connection.close();
      await log.close();
    },
  };
}

/**
 * The same database for reads that are long, on a thread and with a connection of their own: no number of exports takes what
 * respondents wait for.
 */
export function connectReading(
  url: string,
  plugins: readonly KyselyPlugin[],
  seal: (dialect: Dialect) => Dialect,
): Connection {
  const plans = new Map<string, string>();
  return open(url, plans, seal(new ReadingDialect(url, plans)), plugins);
}

/** The same database for looks at one moment each, which hold up nobody who writes: a transaction there is begun to read. */
export function connectSnapshots(
  url: string,
  plugins: readonly KyselyPlugin[],
  seal: (dialect: Dialect) => Dialect,
): Connection {
  const plans = new Map<string, string>();
  const dialect = isPostgres(url) ? postgresDialect(url, plans, SESSIONS.snapshots) : snapshotDialect(url);
  return open(url, plans, seal(dialect), plugins);
}

function snapshotDialect(path: string): SqliteDialect {
  const file = new BetterSqlite3(path, { readonly: true, fileMustExist: true });
  file.pragma(`busy_timeout = ${SQLITE_WAITS.alone}`);
  return new SqliteDialect({ database: withStatementCache(file) });
}

/**
 * A wait inside SQLite stops every other answer of the process, so where others are answered it is a moment, and whoever was
 * kept waiting comes back (`untilBegun`).
 */
export const SQLITE_WAITS = { alone: 250, amongOthers: 5 } as const;

const SESSIONS = { all: 10, snapshots: 1 } as const;

function open(
  url: string,
  plans: Map<string, string>,
  dialect: Dialect,
  plugins: readonly KyselyPlugin[],
): Connection {
  const emptyLists = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression });
  const db = new Kysely<Tables>({ dialect, plugins: [...plugins, emptyLists] });
  return {
    engine: isPostgres(url) ? 'postgres' : 'sqlite',
    db,
    keepPlan: (sql) => {
      if (isPostgres(url) && !plans.has(sql)) plans.set(sql, `rolecall_${plans.size}`);
    },
    onDisk: async () => {},
    close: () => db.destroy(),
  };
}

function sqliteDialect(path: string, wait: number, { isForcedApart = false } = {}): ImmediateSqliteDialect {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const file = new BetterSqlite3(path);
  file.pragma('journal_mode = WAL');
  // better-sqlite3 is built with NORMAL under WAL: an acknowledged answer could vanish with the power.
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  // A statement that writes many rows notes what to undo should it fail; in a file that would be a file for each of them.
  file.pragma('temp_store = MEMORY');
  // Twenty-four megabytes: every respondent touches pages of their own, and each that is not at hand is read from the file.
  file.pragma('cache_size = -24576');
  file.pragma(`busy_timeout = ${wait}`);
  file.pragma('journal_size_limit = 67108864');
  // Forty-eight megabytes: pages that many answers touch are copied back once instead of with every few commits.
  file.pragma('wal_autocheckpoint = 12000');
  return new ImmediateSqliteDialect(file, { isForcedApart });
}

function postgresDialect(url: string, plans: ReadonlyMap<string, string>, max: number): PipeliningDialect {
  return new PipeliningDialect({ pool: openSessions(url, max, plans) });
}
