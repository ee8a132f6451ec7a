import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Away } from './away.ts';

/** Who is out of office now or will be, the next first. */
export async function listAwayRows(db: Db, workspace: Workspace, sinceDay: string): Promise<Away[]> {
  return db
    .selectFrom('member_away')
    .select(['id', 'member_id as memberId', 'deputy_id as deputyId'])
    .select(['from_day as fromDay', 'to_day as toDay'])
    .where('workspace_id', '=', workspace.id)
    .where('to_day', '>=', sinceDay)
    .orderBy('from_day')
    .orderBy('id')
    .execute();
}

export async function insertAway(
  tx: Db,
  workspace: Workspace,
  { id, memberId, deputyId, fromDay, toDay, at }: Away & { at: number },
): Promise<void> {
  await tx
    .insertInto('member_away')
    .values({
      ...{ workspace_id: workspace.id, id, member_id: memberId, deputy_id: deputyId },
      ...{ from_day: fromDay, to_day: toDay, created_at: at },
    })
    .execute();
}

/** False where it is none of theirs, or gone. */
export async function deleteAway(
  tx: Db,
  workspace: Workspace,
  { id, memberId }: { id: string; memberId: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('member_away')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
