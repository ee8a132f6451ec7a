import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import { openDatabase } from '#app/platform/db.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import type { House } from '#app/platform/house.ts';
import { createIds } from '#app/platform/ids.ts';
import { createLog } from '#app/platform/log.server.ts';
import { createMailer } from '#app/platform/mailer.server.ts';
import { createRandom } from '#app/platform/secrets.server.ts';

/** The sender alone, as the server runs it: sends all that is due and tells how many ms that took. */
const env = readEnv(process.env);
const clock = systemClock;
const { db, reading, engine, close } = await openDatabase(env.databaseUrl, clock.now());
const ids = createIds(clock, createRandom());
const mailer = createMailer(env, db, clock, ids);
const house: House = {
  ...{ env, db, reading, engine, clock, ids, mailer, log: createLog('error') },
  ...{ wakeSender: () => {}, wakeImports: () => {}, playExample: async () => '' },
};
const [since, spent] = [performance.now(), process.cpuUsage()];
while (await sendDueMessages(house));
const { user, system } = process.cpuUsage(spent);
process.send?.({ ms: performance.now() - since, coreMs: (user + system) / 1000 });
mailer.close();
await close();
process.disconnect?.();
