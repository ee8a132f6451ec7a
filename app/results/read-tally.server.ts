import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readCounted, type TallyOf, type TallyRow } from './tally.store.server.ts';
import { readWaiting, type WaitingRow } from './waiting.store.server.ts';

/** What waits is added once a second, and the moment between two reads is some ms. */
const MOST_TRIES = 20;

/**
 * How many people of ONE persona gave each value at each account: what is counted and what waits to be, so that a figure
 * has every answer that was acknowledged before it was read. What waits is read first. Where some of it was counted
 * before the second read, the number counted tells, and both are read again.
 */
export async function readTally(db: Db, workspace: Workspace, of: TallyOf): Promise<TallyRow[]> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const waiting = await readWaiting(db, { workspace, waveId: of.waveId, personaId: of.personaId });
    const counted = await readCounted(db, workspace, of);
    // Nothing counted of this question holds nothing that waited a moment before.
    const isOneState = waiting.length === 0 || counted.length === 0;
    if (isOneState || waiting[0]!.counted === counted[0]!.counted)
      return addUp(counted, waiting, of.questionKey);
  }
  throw new Error('The counters changed each time they were read.');
}

function addUp(
  counted: readonly TallyRow[],
  waiting: readonly WaitingRow[],
  questionKey: string,
): TallyRow[] {
  const cells = new Map<string, TallyRow>();
  for (const { accountId, accountName, value, people } of counted)
    cells.set(`${accountId} ${value}`, { accountId, accountName, value, people });
  for (const { accountId, accountName, answers } of waiting)
    for (const value of answers.find((answer) => answer.questionKey === questionKey)?.values ?? []) {
      const key = `${accountId} ${value}`;
      const cell = cells.get(key) ?? { accountId, accountName, value, people: 0 };
      cells.set(key, { ...cell, people: cell.people + 1 });
    }
  return [...cells.values()];
}
