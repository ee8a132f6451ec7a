import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { vouchForMail } from '#app/programme/vouch-for-mail.server.ts';
import { importPeople, PERSONA } from '#tests/bench/prepare.ts';
import { SECRET, type Served, serve } from '#tests/chaos/served.ts';
import { draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { freePort } from '#tests/support/process.ts';

const PEOPLE = 1500;

describe.each(ENGINES)('a send to very many by a pick, on %s', (engine) => {
  let drop: (() => Promise<void>) | undefined;
  let server: Served | undefined;
  afterEach(async () => {
    await server?.kill();
    await drop?.();
  });

  test('is decided by another process; where that is killed nothing was sent, and the next one sends to all', async () => {
    const { house, close } = await openTestHouse({ engine, time: systemClock, vars: { APP_SECRET: SECRET } });
    drop = close;
    const desk = { house, ...(await foundTestWorkspace(house)) };
    await importPeople(desk, PEOPLE);
    const { waveId } = await draftWave(desk, [PERSONA]);
    const word = { waveId, reason: 'Loopback.', findings: '', actor: desk.memberId };
    await vouchForMail(house, desk.workspace, word);
    const key = { name: 'Test', scopes: ['waves:write'] as const, actor: desk.memberId };
    const { token } = await createKey(house, desk.workspace, key);
    const port = await freePort();
    server = await serve({ databaseUrl: house.env.databaseUrl, port });
    const parent = server.pid;
    const send = (pick: object) =>
      fetch(`http://127.0.0.1:${port}/api/v1/waves/${toSlug('wave', waveId)}/send`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ pick }),
      });
    const state = async () => {
      const orders = await house.db.selectFrom('send_order').select(['roles']).execute();
      const { state: wave } = await house.db
        .selectFrom('wave')
        .select('state')
        .where('workspace_id', '=', desk.workspace.id)
        .where('id', '=', waveId)
        .executeTakeFirstOrThrow();
      return { orders: orders.map(({ roles }) => roles), wave };
    };
    const before = await state();

    const killed = send({});
    await expect.poll(() => childOf(parent, 'deciding.ts'), { interval: 10 }).not.toBeNull();
    process.kill(childOf(parent, 'deciding.ts')!, 'SIGKILL');
    expect((await killed).status).toBe(500);
    expect(await state()).toEqual(before);

    const sent = await send({});
    expect(sent.status, await sent.clone().text()).toBe(200);
    expect(await sent.json()).toMatchObject({ invited: PEOPLE, already: 0 });
    expect(await state()).toEqual({ orders: [PEOPLE], wave: 'open' });
  }, 60_000);
});

/** The process of this program that another one has started; null for none. */
function childOf(parent: number, program: string): number | null {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ');
  return children.map(Number).find((pid) => commandOf(pid).includes(program)) ?? null;
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
