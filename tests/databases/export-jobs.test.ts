import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY } from '#app/platform/clock.ts';
import { endExport } from '#app/results/export/end-export.server.ts';
import { findExport, insertPiece } from '#app/results/export/export.store.server.ts';
import {
  KEPT_FOR,
  LEASE,
  MOST_ATTEMPTS,
  MOST_EXPORTS,
  REMEMBERED_FOR,
} from '#app/results/export/export-job.ts';
import { holdLease } from '#app/results/export/hold-lease.server.ts';
import { keepFile, LostExport } from '#app/results/export/keep-file.server.ts';
import { openExportFile } from '#app/results/export/open-export-file.server.ts';
import { runExport } from '#app/results/export/run-export.server.ts';
import { runExports } from '#app/results/export/run-exports.server.ts';
import { startExports } from '#app/results/export/start-exports.server.ts';
import { takeTurn } from '#app/results/export/turn.store.server.ts';
import { anotherDesk, type Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { download, listed, order } from '#tests/support/exports.ts';
import { heardWave } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('exports in the background on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let programmeId: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    [desk, programmeId] = await heardDesk();
  });

  async function heardDesk(): Promise<[Desk, string]> {
    const made = await anotherDesk(open.house, 'Northwind Metrics');
    await heardWave(made, { buyer: [9, 3] });
    const row = await made.house.db
      .selectFrom('programme')
      .select('id')
      .where('workspace_id', '=', made.workspace.id)
      .executeTakeFirstOrThrow();
    return [made, row.id];
  }

  async function ordered(of = desk, id = programmeId): Promise<string> {
    open.clock.advance(1);
    const made = await order(of, { what: 'rows', format: 'csv', programmeId: id });
    if (made.kind !== 'ordered') throw new Error(made.kind);
    return made.id;
  }
  const take = () => takeTurn(open.house.db, open.clock.now(), open.clock.now() + LEASE);
  const pieces = async () =>
    (
      await open.house.db
        .selectFrom('export_piece')
        .select('position')
        .where('workspace_id', '=', desk.workspace.id)
        .execute()
    ).length;

  test('one at a time in a workspace, and the workspaces in turn', async () => {
    const [other, others] = await heardDesk();
    const [first, second] = [await ordered(), await ordered()];
    const theirs = await ordered(other, others);
    const one = await take();
    const two = await take();
    expect([one?.id, two?.id]).toEqual([first, theirs]);
    expect(await take()).toBeUndefined();
    await runExport(open.house, one!);
    await runExport(open.house, two!);
    open.clock.advance(1);
    const last = await take();
    expect(last?.id).toBe(second);
    await runExport(open.house, last!);
  });

  test('of two processes that look at the same moment one gets it', async () => {
    await ordered();
    const taken = await Promise.all([take(), take(), take()]);
    expect(taken.filter((due) => due !== undefined)).toHaveLength(1);
    await runExport(open.house, taken.find((due) => due !== undefined)!);
  });

  test('cut off in the middle it offers nothing, and begins anew', async () => {
    const id = await ordered();
    const due = (await take())!;
    const left = { exportId: id, attempt: due.attempt, file: 0, position: 0 };
    await insertPiece(open.house.db, desk.workspace, left, Buffer.from('half a line'));
    expect(await take()).toBeUndefined();
    expect(await listed(desk, id)).toMatchObject({ state: 'running', files: [] });
    expect(await download(desk, id, 0)).toBeNull();
    open.clock.advance(LEASE + 1);
    await runExports(open.house);
    const job = await listed(desk, id);
    expect(job).toMatchObject({ state: 'done', attempt: 2, rowsDone: 6 - 3 });
    const file = (await download(desk, id, 0))!;
    expect(file).toHaveLength(job!.files[0]!.size);
    expect(file.toString()).not.toContain('half a line');
    expect(await pieces()).toBe(job!.files.length);
  });

  test('who was taken for dead writes nothing any more', async () => {
    const id = await ordered();
    const slow = (await take())!;
    open.clock.advance(LEASE + 1);
    const quick = (await take())!;
    const bytes = (async function* () {
      yield Buffer.from('late');
    })();
    const late = { name: 'late.csv', rows: () => 1, bytes };
    const keeping = { id, attempt: slow.attempt, number: 0, rowsDone: () => 1, onBytes: () => {} };
    await expect(keepFile(open.house, desk.workspace, late, keeping)).rejects.toThrow(LostExport);
    expect(await runExport(open.house, slow)).toEqual({ kind: 'lost' });
    expect(await runExport(open.house, quick)).toEqual({ kind: 'finished' });
  });

  test('given up where it is cut off again and again', async () => {
    const id = await ordered();
    for (let times = 0; times < MOST_ATTEMPTS; times += 1) {
      expect((await take())?.id).toBe(id);
      open.clock.advance(LEASE + 1);
    }
    await runExports(open.house);
    expect(await listed(desk, id)).toMatchObject({ state: 'failed', files: [] });
    expect((await listed(desk, id))!.failure).toContain('three times');
  });

  test('held on to while no piece of a file comes, and not once another process has it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const id = await ordered();
      const due = (await take())!;
      const letGo = holdLease(open.house, desk.workspace, due);
      open.clock.advance(LEASE - 1);
      vi.advanceTimersByTime(LEASE / 3);
      await letGo();
      open.clock.advance(LEASE - 1);
      expect(await take()).toBeUndefined();
      open.clock.advance(2);
      const late = holdLease(open.house, desk.workspace, due);
      const other = (await take())!;
      open.clock.advance(LEASE + 1);
      vi.advanceTimersByTime(LEASE / 3);
      await late();
      expect([other.id, (await take())?.id]).toEqual([id, id]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('who makes it holds on to it until it is made, and no longer', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await ordered();
      const held: number[] = [];
      const watched = {
        ...open.house,
        get reading() {
          held.push(vi.getTimerCount());
          return open.house.reading;
        },
      };
      expect(await runExport(watched, (await take())!)).toEqual({ kind: 'finished' });
      expect([held, vi.getTimerCount()]).toEqual([[1], 0]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('stopped while it looks for work, it begins none', async () => {
    const id = await ordered();
    let begun = false;
    const watched = {
      ...open.house,
      get env() {
        begun = true;
        return { ...open.house.env, databaseUrl: ':memory:' };
      },
    };
    await startExports(watched).stop();
    expect([begun, (await listed(desk, id))!.state]).toEqual([false, 'queued']);
    await runExports(open.house);
  });

  test('asked to stop it lets go, and another process goes on at once, however often', async () => {
    const id = await ordered();
    for (let times = 0; times <= MOST_ATTEMPTS; times += 1)
      expect(await runExport(open.house, (await take())!, () => true)).toEqual({ kind: 'stopped' });
    expect(await listed(desk, id)).toMatchObject({ state: 'queued' });
    await runExports(open.house);
    expect(await listed(desk, id)).toMatchObject({ state: 'done' });
  });

  test('cancelled while it is made, nothing of it stays but its line', async () => {
    const id = await ordered();
    const due = (await take())!;
    const { workspace, memberId: actor } = desk;
    expect(await endExport(open.house, workspace, { exportId: id, actor })).toEqual({ kind: 'cancelled' });
    expect(await runExport(open.house, due)).toEqual({ kind: 'lost' });
    await runExports(open.house);
    expect(await listed(desk, id)).toMatchObject({ state: 'cancelled', files: [] });
    expect(await pieces()).toBe(0);
  });

  test('deleted, or lying for a week, it is gone; after a month its line too', async () => {
    const [deleted, lying] = [await ordered(), await ordered()];
    await runExports(open.house);
    const { workspace, memberId: actor } = desk;
    expect(await endExport(open.house, workspace, { exportId: deleted, actor })).toEqual({ kind: 'deleted' });
    expect(await endExport(open.house, workspace, { exportId: deleted, actor })).toEqual({ kind: 'over' });
    expect(await download(desk, deleted, 0)).toBeNull();
    open.clock.advance(KEPT_FOR - 1);
    await runExports(open.house);
    expect(await download(desk, lying, 0)).not.toBeNull();
    open.clock.advance(1);
    await runExports(open.house);
    expect(await listed(desk, lying)).toMatchObject({ state: 'expired', files: [] });
    expect(await pieces()).toBe(0);
    open.clock.advance(REMEMBERED_FOR + DAY);
    await runExports(open.house);
    expect(await findExport(open.house.db, workspace, lying)).toBeUndefined();
  });

  test('a file that is not what was written is never given as whole', async () => {
    const id = await ordered();
    await runExports(open.house);
    await open.house.db
      .updateTable('export_file')
      .set({ sha256: '0'.repeat(64) } as never)
      .where('workspace_id', '=', desk.workspace.id)
      .where('export_id', '=', id)
      .execute();
    await expect(download(desk, id, 0)).rejects.toThrow('not what was written');
  });

  test('nobody is given what another one ordered, and who ordered what is written down', async () => {
    const id = await ordered();
    await runExports(open.house);
    const { workspace, memberId } = desk;
    const asked = { exportId: id, number: 0, actor: 'somebody else' };
    expect(await openExportFile(open.house.db, workspace, asked)).toBeNull();
    expect(await endExport(open.house, workspace, { exportId: id, actor: 'somebody else' })).toEqual({
      kind: 'unknown',
    });
    const trail = await open.house.db
      .selectFrom('audit_entry')
      .select(['actor', 'act', 'subject'])
      .where('workspace_id', '=', workspace.id)
      .where('act', 'like', '%export')
      .execute();
    expect(trail).toEqual([{ actor: memberId, act: 'order_export', subject: id }]);
  });

  test('no more than a shelf of them', async () => {
    for (let made = 0; made < MOST_EXPORTS; made += 1) await ordered();
    expect(await order(desk, { what: 'rows', format: 'csv', programmeId })).toEqual({ kind: 'too_many' });
    const wrong = await order(desk, { what: 'figures', format: 'parquet', programmeId });
    expect(wrong).toEqual({ kind: 'other_format' });
    expect(await order(desk, { what: 'rows', format: 'csv', programmeId: 'none' })).toEqual({
      kind: 'unknown',
    });
  });
});
