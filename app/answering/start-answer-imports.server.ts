import { LEASE } from '#app/audience/import/run-import.server.ts';
import { SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { leaseAnswerImport } from './import/answer-import.store.server.ts';
import { runAnswerImport } from './import/run-answer-import.server.ts';
import type { OnKept } from './keep-together.server.ts';

/** The background job that checks files of past answers and brings them in. `stop` waits for one batch, not for a file. */
export function startAnswerImports(house: House, onKept: OnKept): Job {
  let stopping = false;
  const work = async () => {
    const now = house.clock.now();
    const due = await leaseAnswerImport(house.db, now, now + LEASE);
    if (!due) return false;
    await runAnswerImport(house, mintWorkspace(due.workspaceId), due.id, onKept, () => stopping);
    return true;
  };
  const job = startJob(5 * SECOND, work, (fault) =>
    house.log.error({ err: fault }, 'an import of answers stopped on a fault'),
  );
  return {
    wake: job.wake,
    stop: () => {
      stopping = true;
      return job.stop();
    },
  };
}
