import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { changeExport } from './export.store.server.ts';
import { LEASE } from './export-job.ts';

/**
 * Keeps an export this process's own while it works on it, however long no piece of a file comes. What another process took
 * up meanwhile is left to it. Ends with what it returns.
 */
export function holdLease(
  { db, clock, log }: Pick<House, 'db' | 'clock' | 'log'>,
  workspace: Workspace,
  taken: { id: string; attempt: number },
): () => Promise<void> {
  let renewing: Promise<unknown> = Promise.resolve();
  const renew = () => changeExport(db, workspace, taken, ['running'], { leaseUntil: clock.now() + LEASE });
  const timer = setInterval(() => {
    renewing = renewing.then(renew).catch((fault: unknown) => {
      log.error({ err: fault }, 'holding an export stumbled');
    });
  }, LEASE / 3);
  return async () => {
    clearInterval(timer);
    await renewing;
  };
}
