import type { Db } from '#app/platform/db.server.ts';
import { inOneTrip } from '#app/platform/one-trip.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { addHeard } from './heard.store.server.ts';
import { type Countable, type LaneCount, sumUp } from './lane-count.ts';
import { addToTally } from './tally.store.server.ts';

/** Counts responses, each once, in the transaction that keeps them, so that rollups and answers never differ. */
export function countAnswers(tx: Db, workspace: Workspace, kept: readonly Countable[]): Promise<void> {
  return addToCounters(tx, workspace, sumUp(kept));
}

/** Adds to the counters what was summed up, each lane and cell of it once and in order. */
export async function addToCounters(
  tx: Db,
  workspace: Workspace,
  counts: readonly LaneCount[],
): Promise<void> {
  if (counts.length === 0) return;
  await inOneTrip(addHeard(tx, workspace, counts), addToTally(tx, workspace, counts));
}
