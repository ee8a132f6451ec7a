import { nameKey } from '#app/audience/keys.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { NewTheme, Theme } from './theme.ts';

function themes(db: Db, workspace: Workspace) {
  return db
    .selectFrom('theme')
    .select(['id', 'name', 'definition', 'closed_at as closedAt', 'merged_into as mergedInto'])
    .where('workspace_id', '=', workspace.id);
}

/** By name, closed ones too. */
export async function listThemeRows(db: Db, workspace: Workspace): Promise<Theme[]> {
  return themes(db, workspace).orderBy('name_key').orderBy('id').execute();
}

export async function findTheme(db: Db, workspace: Workspace, id: string): Promise<Theme | undefined> {
  return themes(db, workspace).where('id', '=', id).executeTakeFirst();
}

/** False where another open theme is called the same. */
export async function insertTheme(
  tx: Db,
  workspace: Workspace,
  { id, name, definition, by, at }: NewTheme & { id: string; by: Actor; at: number },
): Promise<boolean> {
  const row = await tx
    .insertInto('theme')
    .values({
      ...{ workspace_id: workspace.id, id, name, name_key: nameKey(name), definition },
      ...{ created_by: by, created_at: at, closed_at: null, merged_into: null },
    })
    .onConflict((on) => on.columns(['workspace_id', 'name_key']).where('closed_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The open theme of this name, however it is spelled. */
export async function findOpenNamed(db: Db, workspace: Workspace, name: string): Promise<string | null> {
  const row = await themes(db, workspace)
    .where('name_key', '=', nameKey(name))
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function writeTheme(
  tx: Db,
  workspace: Workspace,
  { id, name, definition }: NewTheme & { id: string },
): Promise<void> {
  await tx
    .updateTable('theme')
    .set({ name, name_key: nameKey(name), definition })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .execute();
}

export async function writeClosed(
  tx: Db,
  workspace: Workspace,
  { id, at, into = null }: { id: string; at: number | null; into?: string | null },
): Promise<void> {
  await tx
    .updateTable('theme')
    .set({ closed_at: at, merged_into: into })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .execute();
}
