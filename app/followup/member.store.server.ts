import { DESK } from '#app/membership/permission.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Who can be given a follow-up: it may name people, so an executive cannot. */
export interface AbleMember {
  id: string;
  name: string;
}

function ableMembers(db: Db, workspace: Workspace) {
  return db
    .selectFrom('member')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspace.id)
    .where('permission', 'in', DESK)
    .where('disabled_at', 'is', null);
}

/** By name. */
export async function listAbleMembers(db: Db, workspace: Workspace): Promise<AbleMember[]> {
  return ableMembers(db, workspace).orderBy('name').orderBy('id').execute();
}

export async function findAbleMember(
  db: Db,
  workspace: Workspace,
  id: string,
): Promise<AbleMember | undefined> {
  return ableMembers(db, workspace).where('id', '=', id).executeTakeFirst();
}

/** Whom work falls to where nobody is named, or who was named is gone: the programme's owner, else the longest serving admin. */
export async function findFallback(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<AbleMember | undefined> {
  const owner = await ableMembers(db, workspace)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('programme as p')
          .select('p.id')
          .whereRef('p.workspace_id', '=', 'member.workspace_id')
          .whereRef('p.owner_id', '=', 'member.id')
          .where('p.id', '=', programmeId),
      ),
    )
    .executeTakeFirst();
  if (owner) return owner;
  return ableMembers(db, workspace)
    .where('permission', '=', 'admin')
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst();
}
