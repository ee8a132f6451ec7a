import { createServer, type Server } from 'node:http';
import { flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { answerHot } from './answering/hot-door.server.ts';
import { slowGuessing } from './answering/slow-guessing.server.ts';
import { startAnswerImports } from './answering/start-answer-imports.server.ts';
import { startSweeping } from './answering/start-sweeping.server.ts';
import { startImports } from './audience/start-imports.server.ts';
import { startSender } from './delivery/start-sender.server.ts';
import { systemClock } from './platform/clock.ts';
import { BackupError, type OpenDatabase, openDatabase } from './platform/db.server.ts';
import { type Env, EnvError, readEnv } from './platform/env.server.ts';
import type { House } from './platform/house.ts';
import { createListener, type Doors, type RemixHandler } from './platform/http/listener.server.ts';
import { staticFiles } from './platform/http/static-files.server.ts';
import { createIds } from './platform/ids.ts';
import type { Job } from './platform/job.ts';
import { createLog } from './platform/log.server.ts';
import { createMailer } from './platform/mailer.server.ts';
import { createRandom } from './platform/secrets.server.ts';
import { countAnswers } from './results/count-answers.server.ts';
import { countLater } from './results/count-later.server.ts';
import { startCounting } from './results/start-counting.server.ts';

const SLOW_CLIENTS = { headersTimeout: 15_000, requestTimeout: 120_000, keepAliveTimeout: 5_000 };

/** The entry: the one place that wires the house together. */
async function main(): Promise<void> {
  const env = envOrStop();
  const clock = systemClock;
  const log = createLog(process.env.LOG_LEVEL ?? 'info');
  const { db, reading, engine, serve, close } = await openOrStop(env.databaseUrl, clock.now());
  const ids = createIds(clock, createRandom());
  const mailer = createMailer(env, db, clock, ids);
  const jobs: { sender?: Job; imports?: Job; answerImports?: Job; sweeper?: Job; counting?: Job } = {};
  const wakeSender = () => jobs.sender?.wake();
  const wakeImports = () => {
    jobs.imports?.wake();
    jobs.answerImports?.wake();
  };
  const house: House = {
    env,
    db,
    reading,
    engine,
    clock,
    ids,
    log,
    mailer,
    wakeSender,
    wakeImports,
    playExample: () => {
      playing ??= playAlone().finally(() => {
        playing = undefined;
      });
      return playing;
    },
  };
  let playing: Promise<string> | undefined;
  /** The jobs rest meanwhile: they would hand the invented letters to the real mail server. */
  const playAlone = async () => {
    const wereRunning = jobs.sender !== undefined;
    await stopJobs();
    return playExample(house).finally(() => wereRunning && startJobs());
  };
  const startJobs = () => {
    jobs.sender = startSender(house);
    jobs.imports = startImports(house);
    jobs.answerImports = startAnswerImports(house, countAnswers);
    jobs.sweeper = startSweeping(house);
    jobs.counting = startCounting(house);
  };
  const stopJobs = () => Promise.all(Object.values(jobs).map((job) => job.stop()));
  if (process.argv.includes('--example')) process.stdout.write(`${await house.playExample()}\n`);
  const server = createServer(SLOW_CLIENTS, createListener(house, await openDoors()));
  await listen(server, env);
  startJobs();
  serve();
  // A server that is killed writes nothing down at its end, and should be back the sooner.
  flushCompileCache();
  drainOnSignal(async () => {
    await closed(server);
    await stopJobs();
    mailer.close();
    await close();
  });
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

async function openDoors(): Promise<Doors> {
  const build = (path: string) => fileURLToPath(new URL(`../build/${path}`, import.meta.url));
  const bundle = async (name: string): Promise<RemixHandler> => {
    const module: ServerBuild = await import(build(`server/${name}/index.js`));
    return createRequestHandler(module, 'production');
  };
  return {
    files: staticFiles(build('client')),
    respondent: await bundle('respondent'),
    workspace: await bundle('workspace'),
    hot: answerHot(countLater),
    slow: slowGuessing(systemClock),
  };
}

function listen(server: Server, env: Env): Promise<void> {
  return new Promise((resolve) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      const why =
        fault.code === 'EADDRINUSE' ? `port ${env.port} is taken; set PORT to another one` : fault.message;
      process.stderr.write(`Rolecall cannot start: ${why}.\n`);
      process.exit(1);
    });
    server.listen(env.port, env.host, () => {
      process.stdout.write(`Rolecall is at ${env.publicUrl}\n`);
      resolve();
    });
  });
}

/** Resolves when every answer that was begun is finished; idle keep-alive connections are let go. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

/** The first signal drains; a second one, from somebody who cannot wait, ends the process at once. */
function drainOnSignal(drain: () => Promise<void>): void {
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

await main();
