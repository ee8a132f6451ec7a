import type { House } from '#app/platform/house.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { changeExport, deleteFiles } from './export.store.server.ts';
import { LEASE, REMEMBERED_FOR } from './export-job.ts';
import { runExport } from './run-export.server.ts';
import {
  clearLitter,
  deleteForgettable,
  deleteSomePieces,
  listExpired,
  listLittered,
} from './sweep.store.server.ts';
import { takeTurn } from './turn.store.server.ts';

/** Makes every export that waits, one after the other, and takes away what has lain long enough. */
export async function runExports(house: House, isStopping: () => boolean = () => false): Promise<void> {
  await sweepExports(house, isStopping);
  while (!isStopping()) {
    const now = house.clock.now();
    const due = await takeTurn(house.db, now, now + LEASE);
    if (!due) return;
    await runExport(house, due, isStopping);
    await sweepExports(house, isStopping);
  }
}

const AT_ONCE = 50;

async function sweepExports(house: House, isStopping: () => boolean): Promise<void> {
  const now = house.clock.now();
  for (const { workspaceId, id } of await listExpired(house.db, now, AT_ONCE)) {
    const workspace = mintWorkspace(workspaceId);
    await house.db.transaction().execute(async (tx) => {
      await changeExport(tx, workspace, { id }, ['done'], { state: 'expired', hasLitter: 1 });
      await deleteFiles(tx, workspace, id);
    });
  }
  for (const { workspaceId, id } of await listLittered(house.db, AT_ONCE)) {
    const workspace = mintWorkspace(workspaceId);
    while (!isStopping() && (await deleteSomePieces(house.db, workspace, id)) > 0);
    if (!isStopping()) await clearLitter(house.db, workspace, id);
  }
  await deleteForgettable(house.db, now - REMEMBERED_FOR);
}
