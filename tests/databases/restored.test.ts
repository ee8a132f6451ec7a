import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { confirmSending } from '#app/delivery/armed/confirm-sending.server.ts';
import { readWaiting } from '#app/delivery/armed/read-waiting.server.ts';
import { whileSendersRest } from '#app/delivery/armed/rest-senders.server.ts';
import { RestoreWatch } from '#app/delivery/armed/watch-restores.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import type { House } from '#app/platform/house.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { backUp } from '#db/backup.ts';
import { connect } from '#db/connection.ts';
import { anotherDesk, type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { ENGINES, type FreshDatabase, migratedDatabase } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const opened: TestHouse[] = [];
const databases: FreshDatabase[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  for (const one of databases.splice(0)) await one.drop();
});

async function fresh(engine: 'sqlite' | 'postgres'): Promise<FreshDatabase> {
  const database = await migratedDatabase(engine);
  databases.push(database);
  return database;
}

/** A process on this database; it lives until it is closed, or the test ends. */
async function start({ url }: { url: string }) {
  const open = await openTestHouse({ database: { url, drop: async () => undefined } });
  opened.push(open);
  const watch = new RestoreWatch(open.house);
  const close = async () => {
    opened.splice(opened.indexOf(open), 1);
    await open.close();
  };
  return { ...open, watch, close, run: () => untilIdle(watch, open.house) };
}

/** How many rounds there was something to do. */
async function untilIdle(watch: RestoreWatch, house: House): Promise<number> {
  for (let rounds = 0; ; rounds += 1)
    if (!(await watch.guard((mayGoOn) => sendDueMessages(house, mayGoOn)))) return rounds;
}

async function ask(desk: Desk, names: readonly string[], waveId?: string): Promise<string> {
  const wave = waveId ?? (await draftWave(desk, ['buyer'])).waveId;
  const roleIds = [];
  for (const name of names) roleIds.push(...(await seat(desk, { name, personaIds: ['buyer'] })));
  const { house, workspace, memberId: actor } = desk;
  await sendWave(house, workspace, { waveId: wave, roleIds, actor }, queueMessages(house));
  return wave;
}

async function received({ house, workspace }: Pick<Desk, 'house' | 'workspace'>): Promise<string[]> {
  const rows = await house.db
    .selectFrom('mailbox_message')
    .select('rcpt_to')
    .where('workspace_id', '=', workspace.id)
    .orderBy('rcpt_to')
    .execute();
  return rows.map((row) => row.rcpt_to.split('.')[0]!);
}

describe.each(ENGINES)('a database that was not restored, on %s', (engine) => {
  test('sends without anybody doing anything: new, after restarts, and from two processes at once', async () => {
    const database = await fresh(engine);
    const first = await start(database);
    const desk = { house: first.house, ...(await foundTestWorkspace(first.house)) };
    const waveId = await ask(desk, ['Ada One']);
    expect(await first.run()).toBe(1);
    const second = await start(database);
    for (const name of ['Bea Two', 'Cleo Three', 'Dora Four', 'Edda Five']) {
      await ask(desk, [name], waveId);
      const [one, other] = name.startsWith('B') || name.startsWith('D') ? [first, second] : [second, first];
      one.clock.advance(61_000);
      expect(await one.run()).toBe(1);
      expect(await other.run()).toBe(0);
    }
    await second.close();
    await first.close();
    const third = await start(database);
    await ask({ ...desk, house: third.house }, ['Finn Six'], waveId);
    expect(await third.run()).toBe(1);
    expect(await received({ ...desk, house: third.house })).toHaveLength(6);
    expect(await readWaiting(third.house, desk.workspace)).toMatchObject({ kind: 'sending' });
  });

  test('sends nothing while its senders are told to rest, and goes on by itself', async () => {
    const open = await start(await fresh(engine));
    const desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    await ask(desk, ['Ada One']);
    await whileSendersRest(open.house, async () => expect(await open.run()).toBe(0));
    expect(await received(desk)).toEqual([]);
    expect(await open.run()).toBe(1);
  });
});

/** The ways in which a database comes to be an older one than it was. */
interface Restore {
  how: string;
  engine: 'sqlite' | 'postgres';
  /** Says what to open. `before` is called where the copy would be made, the rest after more was sent. */
  restore(before: () => Promise<void>, url: string): Promise<{ url: string }>;
  why: RegExp;
}

const RESTORES: readonly Restore[] = [
  {
    how: 'a copy of the file, opened in another place',
    engine: 'sqlite',
    why: /another place/,
    async restore(goOn, url) {
      const folder = await mkdtemp(join(tmpdir(), 'rolecall-restored-'));
      databases.push({ url: '', drop: () => rm(folder, { recursive: true }) });
      const copy = join(folder, 'rolecall.sqlite');
      const file = new Database(url);
      file.exec(`vacuum into '${copy}'`);
      file.close();
      await copyFile(`${url}.twin`, `${copy}.twin`);
      await goOn();
      return { url: copy };
    },
  },
  {
    how: 'an older state written over the file itself',
    engine: 'sqlite',
    why: /come further/,
    async restore(goOn, url) {
      const older = `${url}.older`;
      const file = new Database(url);
      file.exec(`vacuum into '${older}'`);
      file.close();
      await goOn();
      await writeFile(url, await readFile(older), { flag: 'r+' });
      for (const more of ['-wal', '-shm']) await rm(url + more, { force: true });
      return { url };
    },
  },
  {
    how: 'the copy that a start makes before it changes the schema',
    engine: 'sqlite',
    why: /before the change 0099-next/,
    async restore(goOn, url) {
      const { db, close } = connect(url);
      const copy = await backUp(db, '0099-next');
      await close();
      await goOn();
      return { url: copy! };
    },
  },
  {
    how: 'a copy of the database in the same cluster',
    engine: 'postgres',
    why: /another place/,
    async restore(goOn, url) {
      const name = new URL(url).pathname.slice(1);
      await administer(url, `create database ${name}_copy template ${name}`);
      const copy = new URL(url);
      copy.pathname = `/${name}_copy`;
      databases.push({ url: '', drop: () => administer(url, `drop database ${name}_copy with (force)`) });
      await goOn();
      return { url: copy.href };
    },
  },
];

async function administer(url: string, statement: string): Promise<void> {
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe.each(RESTORES)('$how, on $engine', ({ engine, restore, why }) => {
  test('sends nothing until an admin has confirmed what would go out, and then everything once', async () => {
    const database = await fresh(engine);
    const before = await start(database);
    const desk = { house: before.house, ...(await foundTestWorkspace(before.house)) };
    const waveId = await ask(desk, ['Ada One']);
    await before.run();
    await ask(desk, ['Bea Two', 'Cleo Three'], waveId);
    await before.close();

    const restored = await restore(async () => {
      const later = await start(database);
      expect(await later.run()).toBe(1);
      await later.close();
    }, database.url);
    const after = await start(restored);
    const again = { ...desk, house: after.house };
    expect(await after.run()).toBe(0);
    expect(await received(again)).toEqual(['ada']);
    // Another process, and another start, find it so as well.
    const beside = await start(restored);
    expect(await beside.run()).toBe(0);

    const waiting = await readWaiting(after.house, desk.workspace);
    expect(waiting).toMatchObject({
      kind: 'paused',
      why: expect.stringMatching(why),
      messages: 2,
      isConfirmed: false,
      waves: [{ waveId, waveName: 'Winter 2027', waiting: 2, inDoubt: 0, isClosed: false }],
      sample: [{ personName: 'Bea Two' }, { personName: 'Cleo Three' }],
    });
    const actor = desk.memberId;
    const confirm = (messages: number) => confirmSending(after.house, desk.workspace, { messages, actor });
    expect(await confirm(3)).toEqual({ kind: 'changed', messages: 2 });
    expect(await after.run()).toBe(0);
    expect(await confirm(2)).toEqual({ kind: 'sending' });
    expect(await confirm(0)).toEqual({ kind: 'not_paused' });
    expect((await after.run()) + (await beside.run())).toBe(1);
    expect(await received(again)).toEqual(['ada', 'bea', 'cleo']);
    await beside.close();
    await after.close();

    const restarted = await start(restored);
    await ask({ ...desk, house: restarted.house }, ['Dora Four'], waveId);
    expect(await restarted.run()).toBe(1);
    const audit = await restarted.house.db
      .selectFrom('audit_entry')
      .select(['actor', 'detail'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('act', '=', 'confirm_sending')
      .execute();
    expect(audit).toMatchObject([{ actor }]);
    expect(JSON.parse(audit[0]!.detail)).toMatchObject({
      messages: 2,
      waves: [{ wave: waveId, waiting: 2 }],
    });
  });
});

describe.each(ENGINES)('a database that is put back under a running process, on %s', (engine) => {
  let open: Awaited<ReturnType<typeof start>>;
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await fresh(engine);
    open = await start(database);
  });

  test('stops sending at once, because the process remembers how far it had come', async () => {
    const desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    const waveId = await ask(desk, ['Ada One']);
    await open.run();
    const raw = connect(database.url);
    const earlier = raw.db.updateTable('installation').set((row) => ({ round: row('round', '-', 1) }));
    await earlier.execute();
    await raw.close();
    await ask(desk, ['Bea Two'], waveId);
    expect(await open.run()).toBe(0);
    expect(await readWaiting(open.house, desk.workspace)).toMatchObject({ kind: 'paused', messages: 1 });
  });

  test('stops also what is under way, within a second', async () => {
    const desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    await ask(desk, ['Ada One']);
    const raw = connect(database.url);
    await open.watch.guard(async (mayGoOn) => {
      const restored = { restored_at: 1, restored_why: 'Said so.' };
      await raw.db.updateTable('installation').set(restored).execute();
      while (mayGoOn()) await rest(50);
      return true;
    });
    await raw.close();
    expect(await open.run()).toBe(0);
    expect(await received(desk)).toEqual([]);
  });

  test('waits for every workspace that has something to send', async () => {
    const mine = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    const theirs = await anotherDesk(open.house, 'Southwind');
    await ask(mine, ['Ada One']);
    await ask(theirs, ['Bea Two']);
    await open.watch.guard(async () => false);
    const raw = connect(database.url);
    await raw.db
      .updateTable('installation')
      .set({ restored_at: open.clock.now(), restored_why: 'Said so.' })
      .execute();
    await raw.close();
    const confirm = ({ workspace, memberId: actor }: Desk) =>
      confirmSending(open.house, workspace, { messages: 1, actor });
    expect(await confirm(mine)).toEqual({ kind: 'others', workspaces: 1 });
    expect(await open.run()).toBe(0);
    expect(await readWaiting(open.house, mine.workspace)).toMatchObject({ isConfirmed: true });
    expect(await confirm(theirs)).toEqual({ kind: 'sending' });
    expect(await open.run()).toBe(1);
    expect([...(await received(mine)), ...(await received(theirs))]).toEqual(['ada', 'bea']);
  });
});
