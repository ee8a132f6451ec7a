import { SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { leaseRun } from './import/import.store.server.ts';
import { LEASE, runImport } from './import/run-import.server.ts';

/** The background job that checks files and brings them in, one at a time. `stop` waits for one batch, not for a file. */
export function startImports(house: House): Job {
  let stopping = false;
  const work = async () => {
    const now = house.clock.now();
    const due = await leaseRun(house.db, now, now + LEASE);
    if (!due) return false;
    await runImport(house, mintWorkspace(due.workspaceId), due.id, () => stopping);
    return true;
  };
  const job = startJob(5 * SECOND, work, (fault) =>
    house.log.error({ err: fault }, 'an import stopped on a fault'),
  );
  return {
    wake: job.wake,
    stop: () => {
      stopping = true;
      return job.stop();
    },
  };
}
