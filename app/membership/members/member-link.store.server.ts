import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Permission } from '../permission.ts';
import type { MemberLinkKind } from './member-link.ts';

export interface MemberLink {
  workspaceId: string;
  workspaceName: string;
  memberId: string;
  name: string;
  email: string;
  permission: Permission;
}

export async function insertMemberLink(
  db: Db,
  workspace: Workspace,
  link: { tokenHash: string; memberId: string; kind: MemberLinkKind; now: number; expiresAt: number },
): Promise<void> {
  await db
    .insertInto('member_link')
    .values({
      token_hash: link.tokenHash,
      workspace_id: workspace.id,
      member_id: link.memberId,
      kind: link.kind,
      created_at: link.now,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute();
}

/** Whose link it is, while it can be used: not used, not expired, its member not disabled. */
export async function findUsableLink(
  db: Db,
  kind: MemberLinkKind,
  tokenHash: string,
  now: number,
): Promise<MemberLink | undefined> {
  return db
    .selectFrom('member_link')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'member_link.workspace_id')
        .onRef('member.id', '=', 'member_link.member_id'),
    )
    .innerJoin('workspace', 'workspace.id', 'member_link.workspace_id')
    .select([
      'member_link.workspace_id as workspaceId',
      'workspace.name as workspaceName',
      'member.id as memberId',
      'member.name',
      'member.email',
      'member.permission',
    ])
    .where('member_link.token_hash', '=', tokenHash)
    .where('member_link.kind', '=', kind)
    .where('member_link.used_at', 'is', null)
    .where('member_link.expires_at', '>', now)
    .where('member.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** Marks a link as used and says whether this call did it: of two at the same moment only one. */
export async function spendLink(db: Db, tokenHash: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('member_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends every link of a member that was not used yet. */
export async function endLinksOf(db: Db, workspace: Workspace, memberId: string, now: number): Promise<void> {
  await db
    .updateTable('member_link')
    .set({ used_at: now })
    .where('workspace_id', '=', workspace.id)
    .where('member_id', '=', memberId)
    .where('used_at', 'is', null)
    .execute();
}
