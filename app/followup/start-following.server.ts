import { SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { watchAlerts } from './alert/watching/watch-alerts.server.ts';
import type { Hooks } from './hooks.server.ts';
import { houseHooks } from './house-hooks.server.ts';
import { mailQueues } from './queue-mail/mail-queues.server.ts';
import { followRules } from './rule/follow-rules.server.ts';

/**
 * The background job that opens follow-ups and raises alerts by rule, and mails members what is in their queue. It looks for what was answered;
 * whoever answers waits for none of it.
 */
export function startFollowing(house: House, hooks: Hooks = houseHooks(house)): Job {
  const work = async () => {
    await followRules(house, hooks);
    await watchAlerts(house);
    await mailQueues(house);
    return false;
  };
  return startJob(15 * SECOND, work, (fault) => house.log.error({ err: fault }, 'following up stumbled'));
}
