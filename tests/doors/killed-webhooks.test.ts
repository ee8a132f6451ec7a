import { setTimeout as rest } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { systemClock } from '#app/platform/clock.ts';
import { ENGINES, migratedDatabase } from '#tests/support/databases.ts';
import { openReceiver } from '#tests/support/hook-receiver.ts';
import { subjectsOf } from '#tests/support/hook-stage.ts';
import { changed, makeEndpoint, reaching, tell } from '#tests/support/hooks.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { startSenderProcess } from '#tests/support/process.ts';

const EVENTS = 150;
const KILLS = 3;

describe.each(ENGINES)('a process that delivers webhooks and is killed, on %s', (engine) => {
  test('loses nothing, keeps the order, and sends at most one event a second time', async () => {
    const receiver = await openReceiver(({ id }) => (answer) => {
      setTimeout(() => answer.writeHead(200).end(id), 10);
    });
    const database = await migratedDatabase(engine);
    const vars = reaching([receiver]);
    const { house, close } = await openTestHouse({ engine, database, vars, time: systemClock });
    const { workspace, memberId } = await foundTestWorkspace(house);
    await makeEndpoint({ house, workspace, memberId }, receiver.url);
    const subjects = Array.from({ length: EVENTS }, (_, at) => String(at));
    await tell(
      house,
      workspace,
      subjects.map((one) => changed(house, one)),
    );
    const env = {
      ...vars,
      DATABASE_URL: database.url,
      APP_SECRET: 'a test secret of 32 letters, 0123456789',
    };
    for (let life = 0; life <= KILLS; life += 1) {
      const sender = await startSenderProcess(env);
      const enough = life < KILLS ? (receiver.heard.length + 20) % EVENTS : EVENTS;
      while (new Set(subjectsOf(receiver)).size < enough) await rest(5);
      sender.child.kill(life < KILLS ? 'SIGKILL' : 'SIGTERM');
      await sender.ended;
      // Nobody waits a minute here: the lease of the dead one is over at once.
      const held = house.db.updateTable('hook_delivery').where('state', '=', 'claimed');
      await held.set({ lease_until: 0 }).execute();
    }
    const heard = subjectsOf(receiver);
    expect(heard.length).toBeLessThanOrEqual(EVENTS + KILLS);
    expect(heard.filter((one, at) => one !== heard[at - 1])).toEqual(subjects);
    const open = house.db.selectFrom('hook_delivery').select('event_id').where('settled_at', 'is', null);
    expect(await open.execute()).toEqual([]);
    await receiver.close();
    await close();
  });
});
