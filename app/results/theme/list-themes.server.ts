import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findTheme, listThemeRows } from './theme.store.server.ts';
import type { Theme } from './theme.ts';

/** Every theme of the workspace by name, closed ones and those that were merged too. */
export function listThemes(db: Db, workspace: Workspace): Promise<Theme[]> {
  return listThemeRows(db, workspace);
}

export async function readTheme(db: Db, workspace: Workspace, id: string): Promise<Theme | null> {
  return (await findTheme(db, workspace, id)) ?? null;
}

/** The theme that this one's tags are at by now: itself, or what it was merged into. */
export function survivorOf(themes: readonly Theme[], id: string): Theme | undefined {
  let theme = themes.find((one) => one.id === id);
  // A theme is only ever merged into an open one, so this ends.
  while (theme?.mergedInto) {
    const { mergedInto } = theme;
    theme = themes.find((one) => one.id === mergedInto);
  }
  return theme;
}
