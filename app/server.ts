import { createServer, type Server } from 'node:http';
import { flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { answerHot } from './answering/hot-door.server.ts';
import { slowGuessing } from './answering/slow-guessing.server.ts';
import { startAnswerImports } from './answering/start-answer-imports.server.ts';
import { startSweeping } from './answering/start-sweeping.server.ts';
import { startImports } from './audience/start-imports.server.ts';
import { whileSendersRest } from './delivery/armed/rest-senders.server.ts';
import { settleWhereabouts } from './delivery/armed/settle-whereabouts.server.ts';
import { createDecider } from './delivery/decide-apart.server.ts';
import { startEvents } from './delivery/event/start-events.server.ts';
import { startKeepingSuppressions } from './delivery/keep-suppressions.server.ts';
import { startPreparing } from './delivery/start-preparing.server.ts';
import { startSender } from './delivery/start-sender.server.ts';
import { startHooks } from './followup/hook/start-hooks.server.ts';
import { startFollowing } from './followup/start-following.server.ts';
import { drainOnSignal, openHouse } from './open-house.ts';
import { startDigests } from './overview/digest/start-digests.server.ts';
import { startNotingViews } from './overview/share/note-views.server.ts';
import { systemClock } from './platform/clock.ts';
import type { Env } from './platform/env.server.ts';
import { createListener, type Doors, type RemixHandler } from './platform/http/listener.server.ts';
import { handleNear } from './platform/http/near-routes.server.ts';
import { staticFiles } from './platform/http/static-files.server.ts';
import type { Job } from './platform/job.ts';
import { startReleasing } from './results/confidence/start-releasing.server.ts';
import { countAnswers } from './results/count-answers.server.ts';
import { countLater } from './results/count-later.server.ts';
import { startExports } from './results/export/start-exports.server.ts';
import { startCounting, startSettling } from './results/start-counting.server.ts';

const SLOW_CLIENTS = { headersTimeout: 15_000, requestTimeout: 120_000, keepAliveTimeout: 5_000 };

type JobName =
  | 'sender'
  | 'preparing'
  | 'events'
  | 'imports'
  | 'answerImports'
  | 'sweeper'
  | 'keeper'
  | 'counting'
  | 'settling'
  | 'releasing'
  | 'following'
  | 'exports'
  | 'digests'
  | 'views'
  | 'hooks';

/** The entry: the one place that wires the house together. */
async function main(): Promise<void> {
  const jobs: Partial<Record<JobName, Job>> = {};
  const wakeSender = () => {
    jobs.sender?.wake();
    jobs.preparing?.wake();
  };
  const wakeImports = () => {
    jobs.imports?.wake();
    jobs.answerImports?.wake();
  };
  const { house, serve, close } = await openHouse({ wakeSender, wakeImports });
  // No other process could see a database in the memory of this one.
  if (house.env.databaseUrl !== ':memory:') house.decideApart = createDecider();
  house.wakeExports = () => jobs.exports?.wake();
  const { playExample } = house;
  house.playExample = () => {
    playing ??= playAlone().finally(() => {
      playing = undefined;
    });
    return playing;
  };
  let playing: Promise<string> | undefined;
  /** The jobs rest meanwhile, and the senders of other processes: they would hand invented letters to the real mail server. */
  const playAlone = async () => {
    const wereRunning = jobs.sweeper !== undefined;
    await stopJobs();
    return whileSendersRest(house, playExample).finally(() => wereRunning && startJobs());
  };
  const startJobs = () => {
    if (house.env.sendsHere) {
      jobs.sender = startSender(house);
      jobs.preparing = startPreparing(house);
      jobs.hooks = startHooks(house);
    }
    jobs.events = startEvents(house, { sends: house.env.sendsHere });
    jobs.imports = startImports(house);
    jobs.answerImports = startAnswerImports(house, countAnswers);
    jobs.sweeper = startSweeping(house);
    jobs.keeper = startKeepingSuppressions(house);
    jobs.counting = startCounting(house);
    jobs.settling = startSettling(house);
    jobs.releasing = startReleasing(house);
    jobs.following = startFollowing(house);
    jobs.exports = startExports(house);
    jobs.digests = startDigests(house);
    jobs.views = startNotingViews(house);
  };
  const stopJobs = () => Promise.all(Object.values(jobs).map((job) => job.stop()));
  await settleWhereabouts(house);
  if (process.argv.includes('--example')) process.stdout.write(`${await house.playExample()}\n`);
  const server = createServer(SLOW_CLIENTS, createListener(house, await openDoors()));
  await listen(server, house.env);
  startJobs();
  serve();
  // A server that is killed writes nothing down at its end, and should be back the sooner.
  flushCompileCache();
  drainOnSignal(async () => {
    await closed(server);
    await stopJobs();
    await close();
  });
}

async function openDoors(): Promise<Doors> {
  const build = (path: string) => fileURLToPath(new URL(`../build/${path}`, import.meta.url));
  const bundle = async (name: string): Promise<RemixHandler> => {
    const module: ServerBuild = await import(build(`server/${name}/index.js`));
    return handleNear(module);
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

await main();
