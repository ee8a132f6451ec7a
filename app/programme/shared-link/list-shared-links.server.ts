import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listSharedLinkRows } from './shared-link.store.server.ts';
import type { SharedLink } from './shared-link.ts';

/** Links for a page or chat, the newest first. */
export function listSharedLinks(db: Db, workspace: Workspace): Promise<SharedLink[]> {
  return listSharedLinkRows(db, workspace);
}
