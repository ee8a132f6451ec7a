import { MINUTE } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { evenOutMarks, type KnownMarks } from './even-out-marks.server.ts';
import { deleteEmptyFlows } from './shared/shared-flow.store.server.ts';
import { sweepBegun } from './sweep-begun.server.ts';

/** The background job that lets go of what nobody can send any more, and of what would tell who answered. */
export function startSweeping(house: House): Job {
  const known: KnownMarks = new Map();
  const work = async () => {
    await sweepBegun(house);
    await deleteEmptyFlows(house.db, house.clock.now());
    await evenOutMarks(house, known);
    return false;
  };
  return startJob(MINUTE, work, (fault) => house.log.error({ err: fault }, 'the sweeper stumbled'));
}
