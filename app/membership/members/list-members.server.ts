import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isLastAdmin } from './last-admin.ts';
import { ableAdmins, listMemberRows, type Member } from './member.store.server.ts';

export interface ListedMember extends Member {
  /** Nobody else could manage the workspace: they can be neither demoted nor disabled. */
  isLastAdmin: boolean;
}

/** Every member of the workspace by name, the disabled ones last. */
export async function listMembers(db: Db, workspace: Workspace): Promise<ListedMember[]> {
  const admins = await ableAdmins(db, workspace);
  const members = await listMemberRows(db, workspace);
  return members.map((member) => ({ ...member, isLastAdmin: isLastAdmin(member.id, admins) }));
}
