import { existsSync } from 'node:fs';
import { chmod, type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import type { Connection } from './connection.ts';

/** The message is one whole sentence for whoever starts the server. */
export class BackupError extends Error {}

/**
 * Copies the SQLite file, WAL content included, to `<file>.before-<migration>` and returns that path; the copy
 * is on the disk when this resolves. An older copy is never overwritten: when it holds the same data it stays
 * the only one, otherwise the new copy is `.before-<migration>.2` and so on.
 * Returns null when there is nothing to copy: a database in memory, or the migration ran meanwhile. Throws `BackupError`; then no half copy is left.
 */
export async function backUp(db: Connection['db'], migration: string): Promise<string | null> {
  const file = await fileOf(db);
  if (!file) return null;
  const wanted = `${file}.before-${migration}`;
  // The process id keeps two processes that start together out of each other's copy.
  const part = `${wanted}.${process.pid}.part`;
  try {
    await copyInto(db, file, part);
    sayItIsACopy(part, migration);
    await sync(part, 'r+');
    // Another process may have been quicker: then this copy is of what came after.
    return (await isMarked(db, migration)) ? null : await keep(part, wanted);
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new BackupError(
      `the copy of the database that is made before a change to it, ${wanted}, could not be written (${why}); make room there or mend the folder's rights, and start again.`,
    );
  } finally {
    await rm(part, { force: true }).catch(() => undefined);
  }
}

/** Null when the database lies in memory or in a temporary file of SQLite's own. */
async function fileOf(db: Connection['db']): Promise<string | null> {
  const list = await sql<{ name: string; file: string }>`pragma database_list`.execute(db);
  return list.rows.find(({ name }) => name === 'main')?.file || null;
}

async function copyInto(db: Connection['db'], file: string, part: string): Promise<void> {
  await rm(part, { force: true });
  // SQLite fills an empty file, which lets the copy be as closed to others as the database is.
  const empty = await open(part, 'wx', 0o600);
  await empty.close();
  await sql`vacuum into ${part}`.execute(db);
  await chmod(part, (await stat(file)).mode & 0o777);
}

/** Whoever puts the copy in the place of the database must not send again what was sent since. */
function sayItIsACopy(part: string, migration: string): void {
  const copy = new BetterSqlite3(part);
  try {
    const known = copy.prepare("select 1 from sqlite_schema where name = 'installation'").get();
    if (known) copy.prepare('update installation set copied_before = ?').run(migration);
  } finally {
    copy.close();
  }
}

async function isMarked(db: Connection['db'], migration: string): Promise<boolean> {
  const seen = await sql`select 1 from migration where name = ${migration}`.execute(db);
  return seen.rows.length > 0;
}

/** A start that failed is tried again with the same data: one copy of it is enough, and a loop fills no disk. */
async function keep(part: string, wanted: string): Promise<string> {
  let path = wanted;
  for (let copy = 2; existsSync(path); copy += 1) {
    if (await isSame(part, path)) return path;
    path = `${wanted}.${copy}`;
  }
  await rename(part, path);
  // Windows can neither open nor sync a folder.
  if (process.platform !== 'win32') await sync(dirname(path), 'r');
  return path;
}

const CHUNK = 1 << 20;

async function isSame(one: string, other: string): Promise<boolean> {
  if ((await stat(one)).size !== (await stat(other)).size) return false;
  const [left, right] = [await open(one), await open(other)];
  try {
    for (let at = 0; ; at += CHUNK) {
      const [ours, theirs] = [await readAt(left, at), await readAt(right, at)];
      if (!ours.equals(theirs)) return false;
      if (ours.length === 0) return true;
    }
  } finally {
    await left.close();
    await right.close();
  }
}

async function readAt(file: FileHandle, position: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, position);
  return buffer.subarray(0, bytesRead);
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
