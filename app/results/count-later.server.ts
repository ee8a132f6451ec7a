import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Countable } from './lane-count.ts';
import { insertWaiting } from './waiting.store.server.ts';

/**
 * Notes what responses add, in the transaction that keeps them: whoever reads a figure adds it, and `countWaiting` moves it
 * to the counters. For answers that come one by one; many at once are counted at once.
 */
export async function countLater(tx: Db, workspace: Workspace, kept: readonly Countable[]): Promise<void> {
  if (kept.length > 0) await insertWaiting(tx, workspace, kept);
}
