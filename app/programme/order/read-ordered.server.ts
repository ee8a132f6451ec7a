import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countOrdered } from './order.store.server.ts';

/** Of the people whom sends to very many have decided to ask: who are not made ready yet, and who were not asked after all. */
export function readOrdered(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<{ unready: number; leftOut: number }> {
  return countOrdered(db, workspace, waveId);
}
