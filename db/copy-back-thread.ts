import { workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';

/** In ms. */
const EVERY = 200;
/** Pages in the log that are not in the file yet; fewer are not worth two flushes. Sixteen megabytes. */
const WORTH_COPYING = 4000;

interface Log {
  log: number;
  checkpointed: number;
}

/**
 * Copies the log of SQLite back into the file, on a thread of its own: it takes as long as writing a few thousand pages and
 * waiting for the disk twice, and otherwise falls to the commit that made the log too long, and to everybody behind it.
 */
const file = new BetterSqlite3(workerData.path);
const ask = (how: 'NOOP' | 'PASSIVE') => (file.pragma(`wal_checkpoint(${how})`) as Log[])[0]!;

setInterval(() => {
  try {
    const { log, checkpointed } = ask('NOOP');
    if (log - checkpointed >= WORTH_COPYING) ask('PASSIVE');
  } catch {
    // The disk is full or the file is busy. The writer will say so, and copies back itself what is left too long.
  }
}, EVERY);
