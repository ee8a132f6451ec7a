import type { CompiledQuery, IsolationLevel, Kysely, QueryResult } from 'kysely';
import type { Tables } from '#db/schema/tables.ts';
import { sendTogether } from './one-trip.ts';
import { untilBegun } from './until-begun.ts';

/** What leads around the guard, to another schema, or to a query that was not built here. */
type Withheld =
  | 'withoutPlugins'
  | 'withPlugin'
  | 'withSchema'
  | 'withTables'
  | '$extendTables'
  | '$omitTables'
  | '$pickTables'
  | 'executeQuery'
  | 'schema'
  | 'introspection'
  | 'connection'
  | 'startTransaction'
  | 'transaction'
  | 'destroy';

/** The one handle on the database, and the same inside a transaction. */
export interface Db extends Omit<Kysely<Tables>, Withheld | typeof Symbol.asyncDispose> {
  transaction(): DbTransaction;
  /**
   * Runs a query of this handle again with other values; see `prepared-query.ts`. Those that one turn begins in a
   * transaction travel together; see `one-trip.ts`.
   */
  runAgain<R>(query: CompiledQuery<R>, parameters: readonly unknown[]): Promise<R[]>;
  /** The same for a handle and every transaction on it: what is compiled for one serves all of them. */
  readonly family: Family;
}

/** What a handle shares with its transactions. */
export interface Family {
  /** Transactions that get on beside each other; on SQLite's one connection each waits for the one before. */
  readonly atOnce: number;
  /** Resolves once what was committed before is on the disk. */
  onDisk(): Promise<void>;
}

export interface DbTransaction {
  setIsolationLevel(level: IsolationLevel): DbTransaction;
  execute<T>(work: (tx: Db) => Promise<T>): Promise<T>;
}

type Reissue = <R>(query: CompiledQuery<R>, parameters: readonly unknown[]) => CompiledQuery<R>;

/** Narrows a guarded handle to what the house may use, and breaks the ways around it for those who cast. */
export function lockHandle(db: Kysely<Tables>, again: Reissue, family: Family): Db {
  const executor = db.getExecutor();
  const execute = executor.executeQuery.bind(executor);
  // A statement alone that another process keeps from the file has done nothing, and comes back as a transaction does.
  executor.executeQuery = (query, options) => untilBegun(() => execute(query, options));
  return locked(db, again, family, (query) => executor.executeQuery(query));
}

type Send = <R>(query: CompiledQuery<R>) => Promise<QueryResult<R>>;

function locked(db: Kysely<Tables>, again: Reissue, family: Family, send: Send): Db {
  const runAgain = async <R>(query: CompiledQuery<R>, parameters: readonly unknown[]) =>
    (await send(again(query, parameters))).rows;
  const begin = db.transaction.bind(db);
  Object.defineProperties(db, {
    runAgain: { value: runAgain },
    family: { value: family },
    transaction: { value: () => lockedTransaction(begin(), again, family) },
  });
  for (const way of ['withoutPlugins', 'withPlugin', 'withSchema', 'executeQuery'] as const) {
    Object.defineProperty(db, way, {
      value: () => {
        throw new Error(`${way} leads around the persona guard and is closed on this handle`);
      },
    });
  }
  return db as unknown as Db;
}

/** What a transaction hands out is as narrow as the handle it was begun on. */
function lockedTransaction(
  begun: ReturnType<Kysely<Tables>['transaction']>,
  again: Reissue,
  family: Family,
): DbTransaction {
  return {
    setIsolationLevel: (level) => lockedTransaction(begun.setIsolationLevel(level), again, family),
    execute: async (work) => {
      const outcome = await untilBegun((onBegun) =>
        begun.execute((tx) => {
          onBegun();
          return work(locked(tx, again, family, sendTogether(tx.getExecutor())));
        }),
      );
      // The connection is free by now: those behind need not wait for the disk, whoever is told of this does.
      await family.onDisk();
      return outcome;
    },
  };
}
