import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '#app/platform/db.server.ts';
import { openDatabase } from '#app/platform/db.server.ts';
import { type Connection, connect, connectForcing } from '#db/connection.ts';

const { fdatasync } = fs;
/** Calls for the disk that it has not answered. */
let held: (() => void)[] = [];

function holdTheDisk(): void {
  fs.fdatasync = ((_file: number, done: (fault: null) => void) =>
    held.push(() => done(null))) as unknown as typeof fs.fdatasync;
  syncBuiltinESMExports();
}

function letGo(): void {
  fs.fdatasync = fdatasync;
  syncBuiltinESMExports();
  for (const done of held) done();
  held = [];
}

/** A row of a table that stands by itself. */
function paceOf(name: string) {
  return {
    ...{ scope: 'domain' as const, name, per_minute: 1, next_at: 0, line_at: 0 },
    ...{ since: 0, granted: 0, lowered_at: null },
  };
}

const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolecall-log-'));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(letGo);

describe('a handle that serves', () => {
  let opened: Awaited<ReturnType<typeof openDatabase>>;
  beforeAll(async () => {
    opened = await openDatabase(join(folder, 'served.sqlite'), 0);
  });
  afterAll(() => opened.close());

  const note = (db: Db, name: string) => db.insertInto('mail_pace').values(paceOf(name)).execute();
  const write = (name: string) => opened.db.transaction().execute((tx) => note(tx, name));
  const names = async () => {
    const rows = await opened.db.selectFrom('mail_pace').select('name').execute();
    return rows.map(({ name }) => name);
  };

  test('tells nobody of a transaction before the disk has it, and serves others meanwhile', async () => {
    holdTheDisk();
    let isTold = false;
    const first = write('one').then(() => {
      isTold = true;
    });
    await turns();
    expect(held).toHaveLength(1);
    expect(await names()).toContain('one');
    await turns();
    expect(isTold).toBe(false);
    held.shift()!();
    await first;
    expect(isTold).toBe(true);
  });

  test('asks the disk once for all that were committed while it was busy, and never counts a call that had begun', async () => {
    holdTheDisk();
    const told: string[] = [];
    const all = ['a', 'b', 'c'].map((name) => write(name).then(() => told.push(name)));
    await turns();
    // The first call may have begun before the others were written.
    expect(held.length).toBe(1);
    held.shift()!();
    await turns();
    const afterOne = [...told];
    while (held.length > 0) {
      held.shift()!();
      await turns();
    }
    await Promise.all(all);
    expect(afterOne).toEqual(['a']);
    expect(told.sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('beside its transactions', () => {
  let forcing: Connection;
  beforeAll(() => {
    forcing = connectForcing(join(folder, 'plain.sqlite'), [], (dialect) => dialect);
  });
  afterAll(() => forcing.close());

  const level = async (on: Pick<Connection, 'db'>['db']) =>
    (await sql<{ synchronous: number }>`pragma synchronous`.execute(on)).rows[0]!.synchronous;

  test('a handle has each statement on the disk by itself: before, after one that holds, one that fails, one that is kept waiting', async () => {
    expect(await level(forcing.db)).toBe(2);
    await forcing.db.transaction().execute(async (tx) => expect(await level(tx as never)).toBe(1));
    expect(await level(forcing.db)).toBe(2);
    const failed = forcing.db.transaction().execute(() => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    expect(await level(forcing.db)).toBe(2);
    const other = connect(join(folder, 'plain.sqlite'));
    await other.db.transaction().execute(async () => {
      await expect(forcing.db.transaction().execute(async () => undefined)).rejects.toThrow('locked');
    });
    await other.close();
    expect(await level(forcing.db)).toBe(2);
  });

  test('any other handle keeps waiting for the disk itself', async () => {
    const plain = connect(join(folder, 'other.sqlite'));
    await plain.db.transaction().execute(async (tx) => expect(await level(tx as never)).toBe(2));
    await plain.close();
  });
});

test('a disk that fails ends the process before anybody is told', () => {
  const script = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    fs.fdatasync = (file, done) => setImmediate(done, new Error('EIO'));
    syncBuiltinESMExports();
    const { openDatabase } = await import('#app/platform/db.server.ts');
    const { db } = await openDatabase(${JSON.stringify(join(folder, 'failing.sqlite'))}, 0);
    await db.transaction().execute((tx) => tx.insertInto('mail_pace').values(${JSON.stringify(paceOf('failing'))}).execute());
    console.log('told');
  `;
  const args = ['--input-type=module', '--eval', script];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('did not keep what was written: EIO');
});
