import { createServer, connect as dial, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createCommitQueue } from '#app/platform/commit-together.server.ts';
import { type Db, openDatabase } from '#app/platform/db.server.ts';
import { inOneTrip } from '#app/platform/one-trip.ts';
import { preparedQuery, preparedRows } from '#app/platform/prepared-query.ts';
import { ENGINES, freshDatabase } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { freePort } from '#tests/support/process.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const DELAY = 25;

/** Stands between a client and PostgreSQL, and lets everything the client sends wait, as a network would. */
async function farAway(url: string): Promise<string> {
  const { hostname, port, pathname, username } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = dial(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
    }
    near.on('data', (bytes) => setTimeout(() => far.write(bytes), DELAY));
    near.on('close', () => far.destroy());
    far.pipe(near);
  });
  const own = await freePort();
  await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve));
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return `postgres://${username}@127.0.0.1:${own}${pathname}`;
}

const lookUp = preparedQuery((db, slot) =>
  db.selectFrom('workspace').select('id').where('id', '=', slot('id')),
);

test('what a transaction asks in one turn reaches a database far away in one trip', async () => {
  const database = await freshDatabase('postgres');
  closing.push(() => database.drop());
  await (await openDatabase(database.url, 0)).close();
  const { db, close } = await openDatabase(await farAway(database.url), 0);
  closing.push(close);
  const timed = async (ask: (tx: Db) => Promise<unknown>) =>
    db.transaction().execute(async (tx) => {
      const since = performance.now();
      await ask(tx);
      return performance.now() - since;
    });
  const ids = Array.from({ length: 20 }, (_, at) => String(at));
  const together = await timed((tx) => inOneTrip(...ids.map((id) => lookUp(tx, { id }))));
  const inTurn = await timed(async (tx) => {
    for (const id of ids) await lookUp(tx, { id });
  });
  expect(inTurn).toBeGreaterThan(ids.length * DELAY);
  expect(together).toBeLessThan(inTurn / 4);
});

const note = preparedRows(['workspace_id', 'id', 'at', 'actor', 'code', 'asked'], (db, rows) =>
  db.insertInto('refusal').values(rows),
);

async function openDesk(engine: (typeof ENGINES)[number]) {
  const { house, close } = await openTestHouse({ engine });
  closing.push(close);
  const { workspace } = await foundTestWorkspace(house);
  const row = (id: string) => ({ workspace_id: workspace.id, id, at: 1, actor: 'test', code: id, asked: '' });
  const noted = async () => {
    const rows = await house.db
      .selectFrom('refusal')
      .select('id')
      .where('workspace_id', '=', workspace.id)
      .orderBy('id')
      .execute();
    return rows.map(({ id }) => id);
  };
  return { db: house.db, row, noted };
}

test.each(ENGINES)(
  'where one of several fails nothing of the others stays, and its fault is told, on %s',
  async (engine) => {
    const { db, row, noted } = await openDesk(engine);
    await note(db, [row('here')]);
    /** Goes on writing after the others have failed, as work in several steps does. */
    const inSteps = async (tx: Db) => {
      for (const id of ['b', 'c', 'd']) await note(tx, [row(id)]);
    };
    const written = db
      .transaction()
      .execute((tx) => inOneTrip(note(tx, [row('a')]), note(tx, [row('here')]), inSteps(tx)));
    await expect(written).rejects.toThrow(/unique|duplicate/i);
    expect(await noted()).toEqual(['here']);
  },
);

test.each(ENGINES)(
  'a commit begins beside another only with as many as that one carries, and on SQLite never, on %s',
  async (engine) => {
    const { db, row, noted } = await openDesk(engine);
    const begun: string[][] = [];
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const keep = createCommitQueue(db, async (tx, ids: readonly string[]) => {
      begun.push([...ids]);
      if (ids.includes('a1')) await held;
      await note(tx, ids.map(row));
      return ids.map(() => 'kept');
    });
    const aMoment = () => new Promise((resolve) => setTimeout(resolve, 150));
    const kept = ['a1', 'a2'].map(keep);
    await aMoment();
    kept.push(keep('b1'));
    await aMoment();
    expect(begun).toEqual([['a1', 'a2']]);
    kept.push(keep('b2'));
    await aMoment();
    expect(begun).toEqual(
      engine === 'postgres'
        ? [
            ['a1', 'a2'],
            ['b1', 'b2'],
          ]
        : [['a1', 'a2']],
    );
    letGo();
    expect(await Promise.all(kept)).toEqual(['kept', 'kept', 'kept', 'kept']);
    expect(await noted()).toEqual(['a1', 'a2', 'b1', 'b2']);
  },
);
