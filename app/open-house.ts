import { systemClock } from './platform/clock.ts';
import { BackupError, type OpenDatabase, openDatabase } from './platform/db.server.ts';
import { type Env, EnvError, readEnv } from './platform/env.server.ts';
import type { House } from './platform/house.ts';
import { createIds } from './platform/ids.ts';
import { createLog } from './platform/log.server.ts';
import { createMailer } from './platform/mailer.server.ts';
import { createRandom } from './platform/secrets.server.ts';

export interface OpenHouse {
  house: House;
  serve: OpenDatabase['serve'];
  /** Lets go of the mail server and the database. */
  close(): Promise<void>;
}

/** The handles of a process, whichever it is; one that cannot have them says why and ends. */
export async function openHouse(wakes: Pick<House, 'wakeSender' | 'wakeImports'>): Promise<OpenHouse> {
  const env = envOrStop();
  const clock = systemClock;
  const log = createLog(process.env.LOG_LEVEL ?? 'info');
  const { db, reading, engine, serve, close } = await openOrStop(env.databaseUrl, clock.now());
  const ids = createIds(clock, createRandom());
  const mailer = createMailer(env, db, clock, ids);
  const house: House = {
    ...{ env, db, reading, engine, clock, ids, log, mailer, ...wakes },
    playExample: () => playExample(house),
  };
  const closeAll = async () => {
    mailer.close();
    await close();
  };
  return { house, serve, close: closeAll };
}

function envOrStop(): Env {
  try {
    return readEnv(process.env);
  } catch (fault) {
    if (!(fault instanceof EnvError)) throw fault;
    process.stderr.write(`Rolecall cannot start: ${fault.message}\n`);
    process.exit(1);
  }
}

/** Without its copy the database is left as it is, and the next start tries again. */
async function openOrStop(url: string, now: number): Promise<OpenDatabase> {
  try {
    return await openDatabase(url, now);
  } catch (fault) {
    if (!(fault instanceof BackupError)) throw fault;
    process.stderr.write(`Rolecall cannot start: ${fault.message}\n`);
    process.exit(1);
  }
}

/** The example is loaded on demand: a plain start must not pay for it. */
async function playExample(house: House): Promise<string> {
  const { playExampleOnce } = await import('#db/seed.ts');
  return playExampleOnce(house);
}

/** The first signal drains; a second one, from somebody who cannot wait, ends the process at once. */
export function drainOnSignal(drain: () => Promise<void>): void {
  let draining = false;
  const onSignal = () => {
    if (draining) process.exit(130);
    draining = true;
    drain().then(
      () => process.exit(0),
      (fault: unknown) => {
        process.stderr.write(`Rolecall did not stop cleanly: ${String(fault)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  // `npm run up` holds a channel to its server: when it is killed, the server must not live on unseen.
  process.once('disconnect', onSignal);
  process.channel?.unref();
}
