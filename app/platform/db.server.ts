import type { CompiledQuery } from 'kysely';
import {
  type Connection,
  connect,
  connectForcing,
  connectReading,
  connectSnapshots,
} from '#db/connection.ts';
import { copyBack } from '#db/copy-back.ts';
import { migrate } from '#db/migrate.ts';
import { type Db, lockHandle } from './only-handle.ts';
import { onlySelects } from './only-selects.ts';
import { KNOWN_TABLES, PersonaGuard } from './persona-guard.ts';
import { reissue, sealDialect } from './sealed-dialect.ts';

export { BackupError } from '#db/backup.ts';
export type { MessageOutcome, MessageState, PausedWhy, QuestionKind, Scale } from '#db/schema/asking.ts';
export type { ExportFormat, ExportState, ExportWhat } from '#db/schema/exports.ts';
export type { EventKind, EventProvider, NoticeKind } from '#db/schema/mail-events.ts';
export type { ShareClient } from '#db/schema/overview.ts';
export type { DeliveryState } from '#db/schema/webhooks.ts';
export type { Db } from './only-handle.ts';

export interface OpenDatabase {
  db: Db;
  /** The same database for long reads; see `House`. */
  reading: Db;
  engine: Connection['engine'];
  /** For a process that serves: what would now and then hold up everybody goes to a thread. Ends with `close`. */
  serve(): void;
  close(): Promise<void>;
}

/**
 * The handles of the process, migrated and guarded. Migrations run on a connection of their own,
 * because the guard would rightly refuse their raw statements.
 */
export async function openDatabase(url: string, now: number): Promise<OpenDatabase> {
  const plain = connect(url);
  await migrate(plain, now);
  await plain.close();
  const { db, engine, close } = guarded((guard, issued) =>
    connectForcing(url, [guard], (dialect) => sealDialect(dialect, guard, issued)),
  );
  // What lives in the memory of one connection cannot be read by another.
  if (url === ':memory:') return { db, reading: db, engine, serve: () => undefined, close };
  const reading = guarded((guard, issued) =>
    connectReading(url, [guard], (dialect) => sealDialect(onlySelects(dialect), guard, issued)),
  );
  let stopCopying = async () => {};
  return {
    ...{ db, engine, reading: reading.db },
    serve: () => {
      if (engine === 'sqlite') stopCopying = copyBack(url);
    },
    close: async () => {
      await stopCopying();
      await reading.close();
      await close();
    },
  };
}

/** Looks at a database, each at one moment of it, and nothing else: it is not even migrated. */
export interface Snapshots {
  atOneMoment<T>(look: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function openSnapshots(url: string): Snapshots {
  const { db, engine, close } = guarded((guard, issued) =>
    connectSnapshots(url, [guard], (dialect) => sealDialect(onlySelects(dialect), guard, issued)),
  );
  return {
    // SQLite knows no other transaction than one that sees one moment.
    atOneMoment: (look) =>
      engine === 'sqlite'
        ? db.transaction().execute(look)
        : db.transaction().setIsolationLevel('repeatable read').execute(look),
    close,
  };
}

function guarded(open: (guard: PersonaGuard, issued: WeakSet<CompiledQuery>) => Connection) {
  const issued = new WeakSet<CompiledQuery>();
  const { db, engine, keepPlan, onDisk, close } = open(new PersonaGuard(KNOWN_TABLES), issued);
  const again = <R>(query: CompiledQuery<R>, parameters: readonly unknown[]) => {
    keepPlan(query.sql);
    return reissue(issued, query, parameters);
  };
  return { db: lockHandle(db, again, { atOnce: engine === 'sqlite' ? 1 : 2, onDisk }), engine, close };
}
