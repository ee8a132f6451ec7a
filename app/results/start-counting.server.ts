import { MINUTE, SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { countWaiting } from './count-waiting.server.ts';
import { settleDelivered } from './settle-delivered.server.ts';
import { settleUnreached } from './settle-unreached.server.ts';

/** The background job that moves to the counters what answers have added: the more at once, the less each costs. */
export function startCounting(house: House): Job {
  const work = async () => {
    await countWaiting(house);
    return false;
  };
  return startJob(SECOND, work, (fault) => house.log.error({ err: fault }, 'counting answers stumbled'));
}

/** The background job that writes down how far letters came: while they go out, each look goes through those that have gone. */
export function startSettling(house: House): Job {
  const work = async () => {
    await settleDelivered(house);
    await settleUnreached(house);
    return false;
  };
  return startJob(MINUTE, work, (fault) => house.log.error({ err: fault }, 'counting letters stumbled'));
}
