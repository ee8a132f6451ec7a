import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { moveTags } from './settle.store.server.ts';
import { findTheme, writeClosed } from './theme.store.server.ts';

/** What else names the theme and goes with it, in the same transaction. */
export type OnMerged = (tx: Db, workspace: Workspace, merge: { from: string; into: string }) => Promise<void>;

export type MergedThemes = { kind: 'merged' } | { kind: 'unknown' } | { kind: 'closed' } | { kind: 'same' };

/**
 * Puts one theme's tags to another one's and closes it. A text that had both raises it once, and every text stays its
 * persona's: themes may be merged, personas never.
 */
export async function mergeThemes(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { from, into, actor }: { from: string; into: string; actor: Actor },
  onMerged: OnMerged,
): Promise<MergedThemes> {
  if (from === into) return { kind: 'same' };
  return inTransaction(db, async (tx): Promise<MergedThemes> => {
    const goes = await findTheme(tx, workspace, from);
    const stays = await findTheme(tx, workspace, into);
    if (!goes || !stays) return { kind: 'unknown' };
    if (goes.mergedInto !== null || stays.closedAt !== null) return { kind: 'closed' };
    const at = clock.now();
    await moveTags(tx, workspace, { from, into });
    await writeClosed(tx, workspace, { id: from, at: goes.closedAt ?? at, into });
    await onMerged(tx, workspace, { from, into });
    const entry = { id: ids.make(), at, actor, act: 'merge_themes', subject: into };
    await writeAudit(tx, workspace, { ...entry, detail: { from, into } });
    return { kind: 'merged' };
  });
}
