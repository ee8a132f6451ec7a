import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '#app/platform/clock.ts';
import { LEASE } from '#app/results/export/export-job.ts';
import { connect } from '#db/connection.ts';
import { SECRET, type Served, serve } from '#tests/chaos/served.ts';
import { draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { csvRows, download, listed, order } from '#tests/support/exports.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { fillWave } from '#tests/support/many-responses.ts';
import { freePort } from '#tests/support/process.ts';

const RESPONSES = 20_000;

describe.each(ENGINES)('a server that is killed while an export is made, on %s', (engine) => {
  let drop: (() => Promise<void>) | undefined;
  let server: Served | undefined;
  afterEach(async () => {
    await server?.kill();
    await drop?.();
  });

  test('offers nothing of it, and after the next start the whole file, each response once', async () => {
    const { house, close } = await openTestHouse({ engine, time: systemClock, vars: { APP_SECRET: SECRET } });
    drop = close;
    const desk = { house, ...(await foundTestWorkspace(house)) };
    const { waveId, programmeId, lanes } = await draftWave(desk, ['buyer']);
    await fillWave(desk, { waveId, personaId: 'buyer', versionId: lanes[0]!.versionId, count: RESPONSES });
    const ordered = await order(desk, { what: 'rows', format: 'csv', programmeId, waveId });
    if (ordered.kind !== 'ordered') throw new Error(ordered.kind);
    const job = async () => (await listed(desk, ordered.id))!;
    const start = async () => serve({ databaseUrl: house.env.databaseUrl, port: await freePort() });
    server = await start();
    await expect
      .poll(async () => (await job()).rowsDone, { timeout: 20_000, interval: 5 })
      .toBeGreaterThan(0);
    await server.kill();
    const left = await job();
    expect([left.state, left.files]).toEqual(['running', []]);
    // The process beside it ended with it: nothing is written any more.
    await new Promise((resolve) => setTimeout(resolve, 700));
    const { rowsDone } = await job();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await job()).rowsDone).toBe(rowsDone);

    const { db, close: letGo } = connect(house.env.databaseUrl);
    const past = systemClock.now() - LEASE;
    await db.updateTable('export_job').set({ lease_until: past }).where('id', '=', ordered.id).execute();
    await letGo();
    server = await start();
    await expect.poll(async () => (await job()).state, { timeout: 40_000, interval: 100 }).toBe('done');
    const ids = csvRows((await download(desk, ordered.id, 0))!).map((row) => row.response_id);
    expect([ids.length, new Set(ids).size]).toEqual([RESPONSES, RESPONSES]);
  }, 120_000);
});
