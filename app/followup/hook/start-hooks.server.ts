import { isAtRest } from '#app/delivery/armed/is-at-rest.server.ts';
import { HOUR, SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { createPublicPost } from '#app/platform/public-fetch.server.ts';
import { followHappenings } from './event/follow-happenings.server.ts';
import { forgetOldEvents } from './event/forget-old-events.server.ts';
import { HookDeliverer } from './sending/hook-deliverer.server.ts';

/**
 * What a process that sends does about webhooks: notices what happened upstream, delivers what is due, and forgets what is
 * old. A database that was restored delivers nothing until an admin has confirmed it: it would tell everything again.
 */
export function startHooks(house: House): Job {
  const deliverer = new HookDeliverer(house, createPublicPost(house.env.reach), () => delivering.wake());
  const jobOf = (everyMs: number, trouble: string, work: () => Promise<boolean>) =>
    startJob(everyMs, work, (fault) => house.log.error({ err: fault }, trouble));
  const delivering = jobOf(SECOND, 'delivering webhooks stumbled', async () => {
    if (!(await isAtRest(house))) await deliverer.round();
    return false;
  });
  const following = jobOf(5 * SECOND, 'noticing what happened stumbled', async () => {
    if (await isAtRest(house)) return false;
    if ((await followHappenings(house)) > 0) delivering.wake();
    return false;
  });
  const forgetting = jobOf(HOUR, 'forgetting old webhooks stumbled', () => forgetOldEvents(house));
  return {
    wake: () => {
      for (const job of [delivering, following]) job.wake();
    },
    stop: async () => {
      await Promise.all([delivering.stop(), following.stop(), forgetting.stop()]);
      await deliverer.stop();
    },
  };
}
