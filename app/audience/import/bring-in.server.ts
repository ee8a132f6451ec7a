import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { changeRun } from './import.store.server.ts';

export type BroughtIn = { kind: 'queued' } | { kind: 'too_late' };

/** A member has seen the dry run and lets the rows in that are ready; the job does the rest. */
export async function bringIn(
  house: House,
  workspace: Workspace,
  input: { importId: string; actor: Actor },
): Promise<BroughtIn> {
  const queued = await house.db.transaction().execute(async (tx) => {
    const change = { state: 'queued', rowsRead: 0 } as const;
    const isChecked = await changeRun(tx, workspace, input.importId, ['checked'], change);
    if (!isChecked) return false;
    await writeAudit(tx, workspace, {
      id: house.ids.make(),
      at: house.clock.now(),
      actor: input.actor,
      act: 'bring_in_people',
      subject: input.importId,
      detail: {},
    });
    return true;
  });
  if (!queued) return { kind: 'too_late' };
  house.wakeImports();
  return { kind: 'queued' };
}
