import { SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { RestoreWatch } from './armed/watch-restores.server.ts';
import { sendDueMessages } from './send-due-messages.server.ts';

/** How soon a sender sees what another process has queued; within its own it is woken. */
const LOOKS_EVERY = 5 * SECOND;

/** The sender, in whichever process. Stopping waits for the messages in hand, so none is half-marked. */
export function startSender(house: House): Job {
  const watch = new RestoreWatch(house);
  let isStopping = false;
  const job = startJob(
    LOOKS_EVERY,
    () => watch.guard((mayGoOn) => sendDueMessages(house, () => mayGoOn() && !isStopping)),
    (fault) => {
      watch.lookAgain();
      house.log.error({ err: fault }, 'the sender stumbled');
    },
  );
  return {
    wake: job.wake,
    stop: () => {
      isStopping = true;
      return job.stop();
    },
  };
}
