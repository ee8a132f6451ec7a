import type BetterSqlite3 from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';

/**
 * A transaction that reads before it writes would otherwise start DEFERRED and fail at once with
 * SQLITE_BUSY, whatever the timeout; IMMEDIATE waits its turn.
 */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #file: BetterSqlite3.Database;
  readonly #database: SqliteDatabase;

  readonly #isForcedApart: boolean;

  /** @param isForcedApart whether somebody else forces the log to the disk after each commit (`log-forcer.ts`) */
  constructor(file: BetterSqlite3.Database, { isForcedApart = false } = {}) {
    const database = withStatementCache(file);
    super({ database });
    this.#file = file;
    this.#database = database;
    this.#isForcedApart = isForcedApart;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#file, this.#database, this.#isForcedApart);
  }
}

/** In ms: shorter than anybody would notice, long enough for what only reads. */
const A_MOMENT = 15;

class ImmediateDriver extends SqliteDriver {
  readonly #file: BetterSqlite3.Database;
  readonly #isForcedApart: boolean;
  #busy: { at: number; fault: unknown } | null = null;

  constructor(file: BetterSqlite3.Database, database: SqliteDatabase, isForcedApart: boolean) {
    super({ database });
    this.#file = file;
    this.#isForcedApart = isForcedApart;
  }

  /**
   * Asking for a file that another process writes stops every answer of this one for as long as it waits. So one asks,
   * and whoever comes in the moment after is told the same.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#busy && performance.now() - this.#busy.at < A_MOMENT) throw this.#busy.fault;
    this.#leaveOutForcing();
    try {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    } catch (fault) {
      this.#forceAgain();
      if (isBusy(fault)) this.#busy = { at: performance.now(), fault };
      throw fault;
    }
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    this.#forceAgain();
  }

  /** A full disk has SQLite roll back by itself; another rollback would fail, and hide what had happened. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
    this.#forceAgain();
  }

  /** Only within a transaction: a statement alone is on the disk when it returns. */
  #leaveOutForcing(): void {
    if (this.#isForcedApart) this.#file.pragma('synchronous = NORMAL');
  }

  #forceAgain(): void {
    if (this.#isForcedApart) this.#file.pragma('synchronous = FULL');
  }
}

function isBusy(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && String(fault.code).startsWith('SQLITE_BUSY');
}

/** Rows are written in statements of some forty sizes for each table; a page that is opened must not be crowded out by them. */
const KEPT_STATEMENTS = 2000;

/** Keeps prepared statements: Kysely prepares on each call, which costs more than most queries. */
export function withStatementCache(file: BetterSqlite3.Database): SqliteDatabase {
  return { prepare: keepStatements(file), close: () => file.close() } as unknown as SqliteDatabase;
}

/** Prepares a statement, or gives the one that it has for the same text. */
export function keepStatements(file: BetterSqlite3.Database): (sql: string) => BetterSqlite3.Statement {
  const kept = new Map<string, BetterSqlite3.Statement>();
  return (sql) => {
    const known = kept.get(sql);
    // A busy statement is mid-iteration and must not be entered twice.
    if (known && !known.busy) return known;
    const fresh = file.prepare(sql);
    kept.set(sql, fresh);
    if (kept.size > KEPT_STATEMENTS) kept.delete(kept.keys().next().value as string);
    return fresh;
  };
}
