import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findOpenNamed, findTheme, writeClosed, writeTheme } from './theme.store.server.ts';
import { type NewTheme, ThemeForm } from './theme.ts';

export type ThemeChange = { kind: 'reword'; theme: NewTheme } | { kind: 'close' } | { kind: 'open_again' };

export type ChangedTheme =
  | { kind: 'changed' }
  | { kind: 'unknown' }
  /** Another open theme is called so. */
  | { kind: 'named_before'; id: string }
  /** Its tags are another theme's by now. */
  | { kind: 'merged' };

/** Words a theme anew, closes it, or opens it again; its tags stay as they are. */
export async function changeTheme(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { id, change, actor }: { id: string; change: ThemeChange; actor: Actor },
): Promise<ChangedTheme> {
  return inTransaction(db, async (tx): Promise<ChangedTheme> => {
    const theme = await findTheme(tx, workspace, id);
    if (!theme) return { kind: 'unknown' };
    if (theme.mergedInto !== null) return { kind: 'merged' };
    const at = clock.now();
    const wanted = change.kind === 'reword' ? ThemeForm.parse(change.theme) : theme;
    const isOpen = change.kind === 'open_again' || (change.kind === 'reword' && theme.closedAt === null);
    const other = isOpen ? await findOpenNamed(tx, workspace, wanted.name) : null;
    if (other !== null && other !== id) return { kind: 'named_before', id: other };
    const { name, definition } = wanted;
    if (change.kind === 'reword') await writeTheme(tx, workspace, { id, name, definition });
    else
      await writeClosed(tx, workspace, { id, at: change.kind === 'close' ? (theme.closedAt ?? at) : null });
    const entry = { id: ids.make(), at, actor, act: `${change.kind}_theme`, subject: id };
    await writeAudit(tx, workspace, { ...entry, detail: { name } });
    return { kind: 'changed' };
  });
}
