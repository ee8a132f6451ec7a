import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listProgrammeRows } from './programme.store.server.ts';
import type { Programme } from './programme.ts';

/** All programmes, the newest first; those of imported answers too. */
export function listProgrammes(db: Db, workspace: Workspace): Promise<Programme[]> {
  return listProgrammeRows(db, workspace);
}
