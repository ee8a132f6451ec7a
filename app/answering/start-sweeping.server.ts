import { MINUTE } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { sweepBegun } from './sweep-begun.server.ts';

/** The background job that lets go of what nobody can send any more. */
export function startSweeping(house: House): Job {
  const work = async () => {
    await sweepBegun(house);
    return false;
  };
  return startJob(5 * MINUTE, work, (fault) => house.log.error({ err: fault }, 'the sweeper stumbled'));
}
