import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { isPostgres } from './engine-of.ts';

/** What lies beside a SQLite file and outside it, to tell whether the file was put back to an earlier state. */
export interface Twin {
  instance: string;
  round: number;
}

/** Null where there is none, which PostgreSQL and a database in memory never have; `damaged` where it cannot be read. */
export function readTwin(url: string): Twin | 'damaged' | null {
  const path = pathOf(url);
  if (!path) return null;
  try {
    const [instance, round, ...more] = readFileSync(path, 'utf8').trim().split(' ');
    const number = Number(round);
    if (!instance || !Number.isSafeInteger(number) || more.length > 0) return 'damaged';
    return { instance, round: number };
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fault;
  }
}

/** On the disk when it returns, whole or not at all: a torn one would stop all sending. */
export function writeTwin(url: string, { instance, round }: Twin): void {
  const path = pathOf(url);
  if (!path) return;
  const part = `${path}.${process.pid}.part`;
  const file = openSync(part, 'w', 0o600);
  try {
    writeSync(file, `${instance} ${round}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
}

function pathOf(url: string): string | null {
  return url === ':memory:' || isPostgres(url) ? null : `${url}.twin`;
}
