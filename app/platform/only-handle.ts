import type { IsolationLevel, Kysely } from 'kysely';
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
}

export interface DbTransaction {
  setIsolationLevel(level: IsolationLevel): DbTransaction;
  execute<T>(work: (tx: Db) => Promise<T>): Promise<T>;
}

/** Narrows a guarded handle to what the house may use, and breaks the ways around it for those who cast. */
export function lockHandle(db: Kysely<Tables>): Db {
  for (const way of ['withoutPlugins', 'withPlugin', 'withSchema', 'executeQuery'] as const) {
    Object.defineProperty(db, way, {
      value: () => {
        throw new Error(`${way} leads around the persona guard and is closed on this handle`);
      },
    });
  }
  return db as unknown as Db;
}
