import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Says that a follow-up is about a theme. */
export async function linkTheme(
  tx: Db,
  workspace: Workspace,
  { followUpId, themeId }: { followUpId: string; themeId: string },
): Promise<void> {
  await tx
    .insertInto('follow_up_theme')
    .values({ workspace_id: workspace.id, follow_up_id: followUpId, theme_id: themeId })
    .execute();
}

/** What was about one theme is about another one from now on. */
export async function moveLinks(
  tx: Db,
  workspace: Workspace,
  { from, into }: { from: string; into: string },
): Promise<void> {
  await tx
    .updateTable('follow_up_theme')
    .set({ theme_id: into })
    .where('workspace_id', '=', workspace.id)
    .where('theme_id', '=', from)
    .execute();
  await tx
    .updateTable('follow_up_rule')
    .set({ theme_id: into })
    .where('workspace_id', '=', workspace.id)
    .where('theme_id', '=', from)
    .execute();
}
