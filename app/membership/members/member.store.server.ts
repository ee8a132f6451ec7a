import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { emailKey } from '../email-address.ts';
import type { Permission } from '../permission.ts';

export interface Member {
  id: string;
  email: string;
  name: string;
  permission: Permission;
  createdAt: number;
  disabledAt: number | null;
}

export interface NewMember {
  id: string;
  email: string;
  name: string;
  permission: Permission;
  passwordHash: string | null;
  now: number;
}

export async function insertMember(db: Db, workspace: Workspace, member: NewMember): Promise<void> {
  await db
    .insertInto('member')
    .values({
      workspace_id: workspace.id,
      id: member.id,
      email: member.email,
      email_key: emailKey(member.email),
      name: member.name,
      permission: member.permission,
      password_hash: member.passwordHash,
      created_at: member.now,
      disabled_at: null,
    })
    .execute();
}
