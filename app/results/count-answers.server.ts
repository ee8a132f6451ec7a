import type { Db } from '#app/platform/db.server.ts';
import { inOneTrip } from '#app/platform/one-trip.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { addHeard } from './heard.store.server.ts';
import { type Countable, type LaneCount, sumUp } from './lane-count.ts';
import { addToSums, NO_SUMS, type Sums } from './lane-sums.ts';
import { lookAtCells, lookAtSums, replaceSums } from './sums.store.server.ts';
import { addToTally } from './tally.store.server.ts';

/** Counts responses, each once, in the transaction that keeps them, so that rollups and answers never differ. */
export function countAnswers(tx: Db, workspace: Workspace, kept: readonly Countable[]): Promise<void> {
  return addToCounters(tx, workspace, sumUp(kept));
}

/**
 * Adds to the counters what was summed up, each lane and cell of it once and in order. Whoever adds to those heard in a lane
 * holds it until the transaction ends, so what is read of it below stays as it is.
 */
export async function addToCounters(
  tx: Db,
  workspace: Workspace,
  counts: readonly LaneCount[],
): Promise<void> {
  if (counts.length === 0) return;
  await addHeard(tx, workspace, counts);
  for (const count of counts) {
    if (count.cells.length === 0) continue;
    const sums = await sumsWith(tx, workspace, count);
    await inOneTrip(addToTally(tx, workspace, [count]), replaceSums(tx, workspace, count, sums));
  }
}

/** The sums of the questions that were answered, with these answers. */
async function sumsWith(
  tx: Db,
  workspace: Workspace,
  { waveId, personaId, cells }: LaneCount,
): Promise<Map<string, Sums>> {
  const added = Map.groupBy(cells, ({ questionKey }) => questionKey);
  const sums = lookAtSums(tx, workspace, { waveId, personaId }, [...added.keys()]);
  const had = [...added].map(([questionKey, own]) => {
    const accountIds = [...new Set(own.map(({ accountId }) => accountId))];
    return lookAtCells(tx, workspace, { waveId, personaId, questionKey }, accountIds);
  });
  const [known, ...before] = await inOneTrip(sums, ...had);
  return new Map(
    [...added].map(([key, own], at) => [key, addToSums(known.get(key) ?? NO_SUMS, before[at] ?? [], own)]),
  );
}
