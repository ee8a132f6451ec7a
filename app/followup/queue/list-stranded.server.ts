import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listStrandedRows } from './queue.store.server.ts';

/** A member who can act on follow-ups no more, and owns some that are still to be done. */
export interface Stranded {
  id: string;
  name: string;
  followUps: number;
}

/** By name. What was promised waits with nobody until somebody is given it. */
export async function listStranded(db: Db, workspace: Workspace): Promise<Stranded[]> {
  return listStrandedRows(db, workspace);
}
