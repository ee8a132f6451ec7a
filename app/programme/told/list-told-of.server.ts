import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listToldRows, type ToldRow } from './respondent.store.server.ts';

/**
 * What came of a person's answers as they were told, the newest first. Only of programmes that promised no confidence:
 * that somebody was told says that they answered.
 */
export function listToldOf(db: Db, workspace: Workspace, personId: string): Promise<ToldRow[]> {
  return listToldRows(db, workspace, personId);
}
