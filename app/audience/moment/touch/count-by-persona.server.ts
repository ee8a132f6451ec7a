import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countByPersona as countRows } from './touch-count.store.server.ts';

/** How many open moments and touches each persona has; a persona without any is not in it. */
export function countByPersona(
  db: Db,
  workspace: Workspace,
): Promise<Map<string, { moments: number; touches: number }>> {
  return countRows(db, workspace);
}
