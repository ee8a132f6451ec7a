import type { CompiledQuery, IsolationLevel, Kysely } from 'kysely';
import type { Tables } from '#db/schema/tables.ts';

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
  /** Runs a query of this handle again with other values; see `prepared-query.ts`. */
  runAgain<R>(query: CompiledQuery<R>, parameters: readonly unknown[]): Promise<R[]>;
}

export interface DbTransaction {
  setIsolationLevel(level: IsolationLevel): DbTransaction;
  execute<T>(work: (tx: Db) => Promise<T>): Promise<T>;
}

/** Narrows a guarded handle to what the house may use, and breaks the ways around it for those who cast. */
export function lockHandle(
  db: Kysely<Tables>,
  again: <R>(query: CompiledQuery<R>, parameters: readonly unknown[]) => CompiledQuery<R>,
): Db {
  const runAgain = async <R>(query: CompiledQuery<R>, parameters: readonly unknown[]) =>
    (await db.getExecutor().executeQuery(again(query, parameters))).rows;
  Object.defineProperty(db, 'runAgain', { value: runAgain });
  for (const way of ['withoutPlugins', 'withPlugin', 'withSchema', 'executeQuery'] as const) {
    Object.defineProperty(db, way, {
      value: () => {
        throw new Error(`${way} leads around the persona guard and is closed on this handle`);
      },
    });
  }
  return db as unknown as Db;
}
