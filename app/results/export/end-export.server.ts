import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { changeExport, deleteFiles, findExport } from './export.store.server.ts';

/** `over`: it had ended already, and nothing was done. */
export type EndedExport =
  | { kind: 'cancelled' }
  | { kind: 'deleted' }
  | { kind: 'over' }
  | { kind: 'unknown' };

/** Cancels an export that waits or is in the making, and deletes the files of one that is done. Its line stays a while. */
export async function endExport(
  house: House,
  workspace: Workspace,
  { exportId, actor }: { exportId: string; actor: Actor },
): Promise<EndedExport> {
  const { ids, clock } = house;
  const at = clock.now();
  const ended = await house.db.transaction().execute(async (tx): Promise<EndedExport> => {
    const job = await findExport(tx, workspace, exportId);
    if (job?.orderedBy !== actor) return { kind: 'unknown' };
    const gone = { hasLitter: 1, finishedAt: at, leaseUntil: null } as const;
    const cancelled = await changeExport(tx, workspace, { id: exportId }, ['queued', 'running'], {
      ...gone,
      state: 'cancelled',
    });
    const deleted =
      !cancelled &&
      (await changeExport(tx, workspace, { id: exportId }, ['done'], {
        ...gone,
        state: 'expired',
        expiresAt: at,
      }));
    if (deleted) await deleteFiles(tx, workspace, exportId);
    if (!cancelled && !deleted) return { kind: 'over' };
    const act = cancelled ? 'cancel_export' : 'delete_export';
    await writeAudit(tx, workspace, { id: ids.make(), at, actor, act, subject: exportId, detail: {} });
    return { kind: cancelled ? 'cancelled' : 'deleted' };
  });
  house.wakeExports?.();
  return ended;
}
