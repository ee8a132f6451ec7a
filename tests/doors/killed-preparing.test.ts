import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '#app/platform/clock.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { connect } from '#db/connection.ts';
import { importPeople, PERSONA } from '#tests/bench/prepare.ts';
import { SECRET, type Served, serve } from '#tests/chaos/served.ts';
import { draftWave, noMail } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { freePort } from '#tests/support/process.ts';

const PEOPLE = 3000;
const KILLS = 2;

describe.each(ENGINES)('a server that is killed while a send is made ready, on %s', (engine) => {
  let drop: (() => Promise<void>) | undefined;
  let server: Served | undefined;
  afterEach(async () => {
    await server?.kill();
    await drop?.();
  });

  test('asks everybody once after it starts again, and the process beside it ends with it', async () => {
    const { house, close } = await openTestHouse({ engine, time: systemClock, vars: { APP_SECRET: SECRET } });
    drop = close;
    const desk = { house, ...(await foundTestWorkspace(house)) };
    await importPeople(desk, PEOPLE);
    const { waveId } = await draftWave(desk, [PERSONA]);
    const sorted = await sortPiles(house, desk.workspace, { waveId });
    if (sorted.kind !== 'sorted') throw new Error(sorted.kind);
    const roleIds = sorted.piles.ready.map(({ roleId }) => roleId);
    const send = { waveId, roleIds, actor: desk.memberId };
    expect(await sendWave(house, desk.workspace, send, noMail)).toMatchObject({ unready: PEOPLE });

    const { db, close: letGo } = connect(house.env.databaseUrl);
    const made = async () => {
      const rows = await db.selectFrom('invitation').select('role_assignment_id as role').execute();
      const letters = await db.selectFrom('outbound_message').select('invitation_id').execute();
      return {
        invitations: rows.length,
        roles: new Set(rows.map(({ role }) => role)).size,
        letters: letters.length,
      };
    };
    const start = async () => serve({ databaseUrl: house.env.databaseUrl, port: await freePort() });
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { invitations: before } = await made();
      server = await start();
      await expect
        .poll(async () => (await made()).invitations, { timeout: 20_000, interval: 20 })
        .toBeGreaterThan(before);
      await server.kill();
      await new Promise((resolve) => setTimeout(resolve, 500));
      const left = await made();
      expect(left.letters).toBe(left.invitations);
      expect(left.roles).toBe(left.invitations);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await made()).toEqual(left);
    }
    server = await start();
    await expect
      .poll(async () => (await made()).invitations, { timeout: 40_000, interval: 100 })
      .toBe(PEOPLE);
    expect(await made()).toEqual({ invitations: PEOPLE, roles: PEOPLE, letters: PEOPLE });
    await letGo();
  }, 120_000);
});
