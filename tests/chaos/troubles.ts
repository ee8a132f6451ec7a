import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import type { Served } from './served.ts';
import { fillUp } from './small-disk.ts';

export type TroubleKind = 'full' | 'disk_full' | 'read_only' | 'busy' | 'killed';

interface Given {
  databaseUrl: string;
  server: Served;
  lasts: number;
  crash?: ((until: Promise<unknown>) => Promise<void>) | undefined;
}

interface Trouble {
  isOver: Promise<unknown>;
}

type Begin = (given: Given) => Promise<Trouble>;

/** Each begins a trouble of the database, which is there when it resolves. */
export const TROUBLES = {
  /** Loaded ahead of a server, so that its handle can be told what a bad disk would tell it. */
  handle: fileURLToPath(new URL('trouble-at-hand.ts', import.meta.url)),
  full: (given) => between(given, 'max_page_count = as it is', `max_page_count = ${2 ** 30}`),
  /** A disk with no byte left, as the operating system says it. */
  disk_full: async ({ databaseUrl, lasts }) => {
    const empty = await fillUp(databaseUrl);
    return { isOver: rest(lasts).then(empty) };
  },
  read_only: (given) => between(given, 'query_only = 1', 'query_only = 0'),
  busy: async ({ databaseUrl, lasts }) => {
    const other = new Database(databaseUrl);
    other.exec('begin immediate');
    const isOver = rest(lasts).then(() => {
      other.exec('rollback');
      other.close();
    });
    return { isOver };
  },
  killed: async ({ lasts, crash }) => {
    const away = rest(lasts);
    return { isOver: crash!(away) };
  },
} as const satisfies Record<TroubleKind, Begin> & { handle: string };

async function between(given: Given, worse: string, better: string): Promise<Trouble> {
  await order(given, worse);
  return { isOver: rest(given.lasts).then(() => order(given, better)) };
}

/** Tells the server's handle to set a pragma, and waits until it has. */
async function order({ databaseUrl, server }: Given, pragma: string): Promise<void> {
  const file = `${databaseUrl}.trouble`;
  await writeFile(file, pragma);
  server.signal('SIGUSR2');
  while ((await readFile(file, 'utf8')) !== 'set') await rest(5);
  await rm(file);
}
