import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { insertMember } from './members/member.store.server.ts';
import { insertWorkspace } from './workspace.store.server.ts';
import { LOOSEST } from './workspace-settings.ts';

/** What a new workspace needs from the stages further down, such as its personas; runs in the same transaction. */
export type Furnish = (tx: Db, workspace: Workspace) => Promise<void>;

export interface Founder {
  workspaceName: string;
  name: string;
  email: string;
  passwordHash: string;
}

/** A workspace and its first admin, inside `tx`. */
export async function createWorkspace(
  { clock, ids }: Pick<House, 'clock' | 'ids'>,
  tx: Db,
  { workspaceName, name, email, passwordHash }: Founder,
  furnish: Furnish,
): Promise<{ workspace: Workspace; memberId: string }> {
  const now = clock.now();
  const workspace = mintWorkspace(ids.make());
  const memberId = ids.make();
  await insertWorkspace(tx, { id: workspace.id, name: workspaceName, ...LOOSEST, now });
  await insertMember(tx, workspace, { id: memberId, email, name, permission: 'admin', passwordHash, now });
  await furnish(tx, workspace);
  return { workspace, memberId };
}
