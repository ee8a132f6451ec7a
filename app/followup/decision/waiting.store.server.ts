import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** From how many speakers on a theme waits for a decision of this programme; null where nobody said. */
export async function findThemeSize(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<number | null> {
  const row = await db
    .selectFrom('theme_size')
    .select('speakers')
    .where('workspace_id', '=', workspace.id)
    .where('programme_id', '=', programmeId)
    .executeTakeFirst();
  return row?.speakers ?? null;
}

export async function writeThemeSize(
  tx: Db,
  workspace: Workspace,
  { programmeId, speakers }: { programmeId: string; speakers: number },
): Promise<void> {
  await tx
    .insertInto('theme_size')
    .values({ workspace_id: workspace.id, programme_id: programmeId, speakers })
    .onConflict((on) => on.columns(['workspace_id', 'programme_id']).doUpdateSet({ speakers }))
    .execute();
}
