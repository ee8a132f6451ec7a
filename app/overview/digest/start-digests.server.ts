import { MINUTE } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { mailDigests } from './mail-digests.server.ts';

/** The background job that mails Monday's digests. */
export function startDigests(house: House): Job {
  const work = async () => {
    await mailDigests(house);
    return false;
  };
  return startJob(MINUTE, work, (fault) => house.log.error({ err: fault }, 'Monday digests stumbled'));
}
