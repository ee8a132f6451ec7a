import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findOpenNamed, insertTheme } from './theme.store.server.ts';
import { type NewTheme, ThemeForm } from './theme.ts';

export type CreatedTheme =
  | { kind: 'created'; id: string }
  /** An open theme is called so already. */
  | { kind: 'named_before'; id: string };

/** Opens a theme. It belongs to no persona: its tags do. */
export async function createTheme(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { actor, ...input }: NewTheme & { actor: Actor },
): Promise<CreatedTheme> {
  const theme = ThemeForm.parse(input);
  return inTransaction(db, async (tx) => {
    const [id, at] = [ids.make(), clock.now()];
    if (!(await insertTheme(tx, workspace, { ...theme, id, by: actor, at })))
      return { kind: 'named_before', id: (await findOpenNamed(tx, workspace, theme.name)) ?? '' };
    const entry = { id: ids.make(), at, actor, act: 'create_theme', subject: id };
    await writeAudit(tx, workspace, { ...entry, detail: { name: theme.name } });
    return { kind: 'created', id };
  });
}
