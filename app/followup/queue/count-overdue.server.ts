import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countOverdueRows } from './queue.store.server.ts';

/** Promises past their day, by account id; accounts without one are not in it. */
export function countOverdue(db: Db, workspace: Workspace, now: number): Promise<Map<string, number>> {
  return countOverdueRows(db, workspace, now);
}
