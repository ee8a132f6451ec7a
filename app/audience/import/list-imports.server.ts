import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listRuns } from './import.store.server.ts';
import type { ImportRun } from './import-run.ts';

const SHOWN = 10;

/** The latest files of people, newest first. */
export function listImports(db: Db, workspace: Workspace): Promise<ImportRun[]> {
  return listRuns(db, workspace, SHOWN);
}
