import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readSettingsRow } from './workspace.store.server.ts';
import type { WorkspaceSettings } from './workspace-settings.ts';

/** The workspace's name and thresholds. */
export function readSettings(db: Db, workspace: Workspace): Promise<WorkspaceSettings> {
  return readSettingsRow(db, workspace);
}
