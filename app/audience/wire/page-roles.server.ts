import type { Db } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findRole } from '../role.store.server.ts';
import type { RoleEpisode } from '../role.ts';
import { pageRoleRows } from './page.store.server.ts';

/** One page of role assignments, past ones too, in the order they were added; or the one with this id. */
export async function pageRoles(
  db: Db,
  workspace: Workspace,
  asked: (PageAsked & { personId?: string; accountId?: string }) | { roleId: string },
): Promise<RoleEpisode[]> {
  if (!('roleId' in asked)) return pageRoleRows(db, workspace, asked);
  const role = await findRole(db, workspace, asked.roleId);
  return role ? [role] : [];
}
