import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findTheme } from './theme.store.server.ts';

/** Whether a theme is there and takes new tags. */
export async function isOpenTheme(db: Db, workspace: Workspace, id: string): Promise<boolean> {
  return (await findTheme(db, workspace, id))?.closedAt === null;
}
