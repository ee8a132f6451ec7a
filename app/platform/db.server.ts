import type { CompiledQuery } from 'kysely';
import { type Connection, connect } from '#db/connection.ts';
import { migrate } from '#db/migrate.ts';
import { type Db, lockHandle } from './only-handle.ts';
import { KNOWN_TABLES, PersonaGuard } from './persona-guard.ts';
import { reissue, sealDialect } from './sealed-dialect.ts';

export { BackupError } from '#db/backup.ts';
export type { MessageState, QuestionKind, Scale } from '#db/schema/asking.ts';
export type { Db } from './only-handle.ts';

export interface OpenDatabase {
  db: Db;
  engine: Connection['engine'];
  close(): Promise<void>;
}

/**
 * The only handle of the process, migrated and guarded. Migrations run on a connection of their own,
 * because the guard would rightly refuse their raw statements.
 */
export async function openDatabase(url: string, now: number): Promise<OpenDatabase> {
  const plain = connect(url);
  await migrate(plain, now);
  await plain.close();
  const guard = new PersonaGuard(KNOWN_TABLES);
  const issued = new WeakSet<CompiledQuery>();
  const { db, engine, keepPlan, close } = connect(url, [guard], (dialect) =>
    sealDialect(dialect, guard, issued),
  );
  const again = <R>(query: CompiledQuery<R>, parameters: readonly unknown[]) => {
    keepPlan(query.sql);
    return reissue(issued, query, parameters);
  };
  return { db: lockHandle(db, again), engine, close };
}
