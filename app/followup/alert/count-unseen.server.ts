import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countUnseenRows } from './alert.store.server.ts';

/** Alerts that nobody has seen. */
export function countUnseen(db: Db, workspace: Workspace): Promise<number> {
  return countUnseenRows(db, workspace);
}
