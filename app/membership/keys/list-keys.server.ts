import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type ApiKey, listApiKeyRows } from './api-key.store.server.ts';

/** Every key the workspace ever made, newest first. Their tokens are nowhere to be read. */
export function listKeys(db: Db, workspace: Workspace): Promise<ApiKey[]> {
  return listApiKeyRows(db, workspace);
}
