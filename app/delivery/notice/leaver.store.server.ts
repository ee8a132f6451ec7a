import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** What was said by people who left and is told to nobody yet. */
export async function listLeavers(db: Db): Promise<{ workspaceId: string; id: string }[]> {
  return db
    .selectFrom('role_correction')
    .select(['workspace_id as workspaceId', 'id'])
    .where('said', '=', 'left')
    .where('told_at', 'is', null)
    .limit(100)
    .execute();
}

/** Takes one on; the invitation it was said about, or null where another process was quicker. */
export async function markTold(
  tx: Db,
  workspace: Workspace,
  { id, at }: { id: string; at: number },
): Promise<string | null> {
  const row = await tx
    .updateTable('role_correction')
    .set({ told_at: at })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('told_at', 'is', null)
    .returning('invitation_id')
    .executeTakeFirst();
  return row?.invitation_id ?? null;
}
