import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { hasOrders, prepareOrders } from '#app/programme/order/prepare-orders.server.ts';
import { queueMessages } from './queue-messages.server.ts';

/** How soon is seen what another process has decided; within its own it is woken. */
const LOOKS_EVERY = 5 * SECOND;

const PROGRAM = fileURLToPath(new URL('../preparing.ts', import.meta.url));

/**
 * The background job that makes ready what sends to very many have decided: in a process of its own, which ends with it,
 * so that neither its work nor its memory is felt by whoever answers meanwhile. Stopping ends that process in the middle;
 * each part is one transaction, and the next start goes on.
 */
export function startPreparing(house: House): Job {
  let stop = () => {};
  const work = async () => {
    if (!(await hasOrders(house))) return false;
    if (house.env.databaseUrl === ':memory:') await prepareOrders(house, queueMessages(house));
    else await runApart((end) => (stop = end));
    house.wakeSender();
    return false;
  };
  const job = startJob(LOOKS_EVERY, work, (fault) =>
    house.log.error({ err: fault }, 'making a send ready stumbled'),
  );
  return {
    wake: job.wake,
    stop: () => {
      stop();
      return job.stop();
    },
  };
}

async function runApart(onBegun: (end: () => void) => void): Promise<void> {
  const child = fork(PROGRAM, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let isStopping = false;
  onBegun(() => {
    isStopping = true;
    child.kill('SIGTERM');
  });
  const [code] = await once(child, 'exit');
  if (code !== 0 && !isStopping) throw new Error(`The process that makes sends ready ended with ${code}.`);
}
