import { SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { releaseAnswers } from './release-answers.server.ts';

/** The background job that moves on what is shown of answers given in confidence. Nobody waits for it. */
export function startReleasing(house: House): Job {
  const work = async () => {
    await releaseAnswers(house);
    return false;
  };
  return startJob(10 * SECOND, work, (fault) =>
    house.log.error({ err: fault }, 'releasing answers stumbled'),
  );
}
