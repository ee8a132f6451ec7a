import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundWorkspace } from '#app/membership/found-workspace.server.ts';
import { createBasePersonas } from '#app/persona/create-base-personas.server.ts';
import { type Clock, FixedClock } from '#app/platform/clock.ts';
import { openDatabase } from '#app/platform/db.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import type { House } from '#app/platform/house.ts';
import { createIds } from '#app/platform/ids.ts';
import { createLog } from '#app/platform/log.server.ts';
import { createMailer } from '#app/platform/mailer.server.ts';
import { createRandom } from '#app/platform/secrets.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { type FreshDatabase, migratedDatabase } from './databases.ts';

export const START = '2026-11-02T09:00:00Z';

export interface TestHouse {
  house: House;
  clock: FixedClock;
  /** Closes the handles and drops the database. */
  close(): Promise<void>;
}

/**
 * A real house on a fresh database, or on the one given, with a clock that stands still unless `time` runs, and mail that lands in the
 * mailbox unless `vars` name a server.
 */
export async function openTestHouse(
  options: {
    engine?: Engine;
    database?: FreshDatabase;
    vars?: Record<string, string>;
    time?: Clock;
    /** What ids are made of besides the time. */
    random?: (size: number) => Uint8Array;
  } = {},
): Promise<TestHouse> {
  const database = options.database ?? (await migratedDatabase(options.engine ?? 'sqlite'));
  const still = new FixedClock(START);
  const clock = options.time ?? still;
  const ids = createIds(clock, options.random ?? createRandom());
  const vars = {
    DATABASE_URL: database.url,
    APP_SECRET: 'a test secret of 32 letters, 0123456789',
    ...options.vars,
  };
  const env = readEnv(vars);
  const { db, reading, engine, close } = await openDatabase(env.databaseUrl, clock.now());
  const mailer = createMailer(env, db, clock, ids);
  const log = createLog('silent');
  const house: House = {
    env,
    db,
    reading,
    engine,
    clock,
    ids,
    log,
    mailer,
    wakeSender: () => {},
    wakeImports: () => {},
    playExample: async () => (await import('#db/seed.ts')).playExampleOnce(house),
  };
  return {
    house,
    clock: still,
    close: async () => {
      mailer.close();
      await close();
      await database.drop();
    },
  };
}

export const ADMIN = {
  name: 'Ifeoma Okonkwo',
  email: 'ifeoma@northwind.example',
  password: 'correct horse battery staple',
};

/** A workspace with its base personas and its first admin. */
export async function foundTestWorkspace(
  house: House,
  workspaceName = 'Northwind Metrics',
  admin: typeof ADMIN = ADMIN,
): Promise<{ workspace: Workspace; memberId: string }> {
  const founded = await foundWorkspace(house, { workspaceName, ...admin }, (tx, workspace) =>
    createBasePersonas(tx, workspace, house.clock.now()),
  );
  if (founded.kind !== 'founded') throw new Error(`the workspace was not founded: ${founded.kind}`);
  return { workspace: founded.workspace, memberId: founded.memberId };
}

/** Bytes that count up: two houses that play the same get the same ids in the same order. */
export function countingRandom(): (size: number) => Uint8Array {
  let made = 0;
  return (size) => {
    made += 1;
    const bytes = new Uint8Array(size);
    new DataView(bytes.buffer).setUint32(1, made);
    return bytes;
  };
}

/** An empty folder of its own, removed by the returned function. */
export async function freshFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'rolecall-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
