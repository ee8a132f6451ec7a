import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listRuns } from './import.store.server.ts';
import type { ImportRun } from './import-run.ts';

const SHOWN = 10;

/** The latest files of people, newest first. */
export function listImports(house: House, workspace: Workspace): Promise<ImportRun[]> {
  return listRuns(house.db, workspace, SHOWN);
}
