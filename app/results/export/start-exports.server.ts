import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { runExports } from './run-exports.server.ts';
import { listExpired, listLittered } from './sweep.store.server.ts';
import { hasTurn } from './turn.store.server.ts';

/** How soon is seen what another process ordered; within its own it is woken. */
const LOOKS_EVERY = 5 * SECOND;

const PROGRAM = fileURLToPath(new URL('../../exporting.ts', import.meta.url));

/**
 * The background job that makes exports: in a process of its own, which ends with it, so that whoever answers meanwhile feels
 * neither its work nor its memory. Stopping ends that process in the middle; what it was at begins anew.
 */
export function startExports(house: House): Job {
  let stop = () => {};
  let stopping = false;
  const work = async () => {
    if (!(await hasWork(house)) || stopping) return false;
    if (house.env.databaseUrl === ':memory:') await runExports(house, () => stopping);
    else await runApart((end) => (stop = end));
    return false;
  };
  const job = startJob(LOOKS_EVERY, work, (fault) =>
    house.log.error({ err: fault }, 'making an export stumbled'),
  );
  return {
    wake: job.wake,
    stop: () => {
      stopping = true;
      stop();
      return job.stop();
    },
  };
}

async function hasWork({ db, clock }: House): Promise<boolean> {
  const now = clock.now();
  if (await hasTurn(db, now)) return true;
  return (await listExpired(db, now, 1)).length > 0 || (await listLittered(db, 1)).length > 0;
}

async function runApart(onBegun: (end: () => void) => void): Promise<void> {
  const child = fork(PROGRAM, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let isStopping = false;
  onBegun(() => {
    isStopping = true;
    child.kill('SIGTERM');
  });
  const [code] = await once(child, 'exit');
  if (code !== 0 && !isStopping) throw new Error(`The process that makes exports ended with ${code}.`);
}
