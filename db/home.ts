import { stat } from 'node:fs/promises';
import pg from 'pg';
import { isPostgres } from './engine-of.ts';

/**
 * The place in which a database lives, in a text that no copy of it shares; null where nothing can be said.
 * A file is its inode and the moment that inode was made: a copy, also one under the same name, has others. On PostgreSQL
 * it is the cluster, its timeline, the database and the table in it: a dump that is loaded, a recovery to an earlier moment
 * and a standby that took over differ in one of them.
 */
export async function readHome(url: string): Promise<string | null> {
  if (url === ':memory:') return null;
  return isPostgres(url) ? homeOnServer(url) : homeOfFile(url);
}

async function homeOfFile(path: string): Promise<string> {
  const { ino, birthtimeNs } = await stat(path, { bigint: true });
  return `file ${ino}.${birthtimeNs}`;
}

async function homeOnServer(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ home: string }>(HOME);
    return rows[0]?.home ?? null;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && UNKNOWN_HERE.has(String(fault.code))) return null;
    throw fault;
  } finally {
    await client.end();
  }
}

/** The first eight hexadecimal digits of the name of the log's file are the timeline. */
const HOME = `
  select 'cluster ' || (select system_identifier from pg_control_system())
    || ' timeline ' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
    || ' database ' || (select oid from pg_database where datname = current_database())
    || ' table ' || to_regclass('installation')::oid as home
`;

/** What speaks PostgreSQL's language but keeps no such log, or tells it to nobody: undefined function, no privilege, not supported. */
const UNKNOWN_HERE = new Set(['42883', '42501', '0A000']);
