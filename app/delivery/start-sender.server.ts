import { SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { sendDueMessages } from './send-due-messages.server.ts';

/** The sender inside the web process. Stopping waits for the messages in hand, so none is half-marked. */
export function startSender(house: House): Job {
  let isStopping = false;
  const job = startJob(
    5 * SECOND,
    () => sendDueMessages(house, () => !isStopping),
    (fault) => house.log.error({ err: fault }, 'the sender stumbled'),
  );
  return {
    wake: job.wake,
    stop: () => {
      isStopping = true;
      return job.stop();
    },
  };
}
