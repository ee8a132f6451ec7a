import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { emailKey } from '../email-address.ts';
import type { Permission } from '../permission.ts';

export interface Member {
  id: string;
  email: string;
  name: string;
  permission: Permission;
  /** False until the invitation was accepted. */
  hasPassword: boolean;
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

export interface MemberToSignIn {
  workspaceId: string;
  id: string;
  permission: Permission;
  passwordHash: string | null;
}

/** More memberships than this under one address are not tried: each costs a hash. */
const MOST_WORKSPACES = 5;

/** Who may sign in with an address, in every workspace, newest membership first. Disabled members may not. */
export async function membersToSignIn(db: Db, key: string): Promise<MemberToSignIn[]> {
  return db
    .selectFrom('member')
    .select(['workspace_id as workspaceId', 'id', 'permission', 'password_hash as passwordHash'])
    .where('email_key', '=', key)
    .where('disabled_at', 'is', null)
    .where('password_hash', 'is not', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_WORKSPACES)
    .execute();
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

export async function findMemberRow(db: Db, workspace: Workspace, id: string): Promise<Member | undefined> {
  const row = await memberRows(db, workspace).where('id', '=', id).executeTakeFirst();
  return row && toMember(row);
}

export async function findMemberByEmail(
  db: Db,
  workspace: Workspace,
  email: string,
): Promise<Member | undefined> {
  const row = await memberRows(db, workspace).where('email_key', '=', emailKey(email)).executeTakeFirst();
  return row && toMember(row);
}

/** By name; the disabled ones last. */
export async function listMemberRows(db: Db, workspace: Workspace): Promise<Member[]> {
  const rows = await memberRows(db, workspace).orderBy('name').orderBy('id').execute();
  const members = rows.map(toMember);
  return [
    ...members.filter(({ disabledAt }) => !disabledAt),
    ...members.filter(({ disabledAt }) => disabledAt),
  ];
}

/** Ids of the admins who can sign in: the workspace must never be without one. */
export async function ableAdmins(db: Db, workspace: Workspace): Promise<string[]> {
  const rows = await db
    .selectFrom('member')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('permission', '=', 'admin')
    .where('disabled_at', 'is', null)
    .where('password_hash', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

interface MemberChange {
  permission?: Permission;
  password_hash?: string;
  disabled_at?: number | null;
}

export async function updateMemberRow(
  db: Db,
  workspace: Workspace,
  id: string,
  change: MemberChange,
): Promise<void> {
  await db
    .updateTable('member')
    .set(change)
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .execute();
}

function memberRows(db: Db, workspace: Workspace) {
  return db
    .selectFrom('member')
    .select([
      'id',
      'email',
      'name',
      'permission',
      'password_hash as passwordHash',
      'disabled_at as disabledAt',
    ])
    .where('workspace_id', '=', workspace.id);
}

function toMember({
  passwordHash,
  ...row
}: Omit<Member, 'hasPassword'> & { passwordHash: string | null }): Member {
  return { ...row, hasPassword: passwordHash !== null };
}
