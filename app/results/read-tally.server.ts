import { namesOfAccounts } from '#app/audience/account.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type Cell, NO_ACCOUNT, type TallyRow } from './lane-count.ts';
import { readCounted, type TallyOf } from './tally.store.server.ts';
import { listWaitingOf } from './waiting.store.server.ts';

/** What waits is added once a second, and the moment between two reads is some ms. */
const MOST_TRIES = 20;

/**
 * How many people of ONE persona gave each value at each account, which takes the longer the more accounts there are; a page of
 * figures reads the sums instead (`read-state.server.ts`). What is counted and what waits to be, so that a figure
 * has every answer that was acknowledged before it was read. What waits is read first. Where some of it was counted
 * before the second read, the number counted tells, and both are read again.
 */
export async function readTally(db: Db, workspace: Workspace, of: TallyOf): Promise<TallyRow[]> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { waveId, personaId } = of;
    const waiting = await listWaitingOf(db, workspace, { personaId, waveIds: [waveId] });
    const counted = await readCounted(db, workspace, of);
    // Nothing counted of this question holds nothing that waited a moment before.
    const isOneState = waiting.length === 0 || counted.length === 0;
    if (!isOneState && waiting[0]!.counted !== counted[0]!.counted) continue;
    const cells = waiting.flatMap((row) => row.cells);
    return addUp(
      counted,
      await nameCells(
        db,
        workspace,
        cells.filter((cell) => isAsked(cell, of)),
      ),
    );
  }
  throw new Error('The counters changed each time they were read.');
}

function isAsked(cell: Cell, { questionKey, accountId }: TallyOf): boolean {
  return cell.questionKey === questionKey && (accountId === undefined || cell.accountId === accountId);
}

async function nameCells(db: Db, workspace: Workspace, cells: readonly Cell[]): Promise<TallyRow[]> {
  const ids = [...new Set(cells.map(({ accountId }) => accountId))];
  const names = await namesOfAccounts(
    db,
    workspace,
    ids.filter((id) => id !== NO_ACCOUNT),
  );
  return cells.map(({ accountId, value, people }) => ({
    accountId: accountId === NO_ACCOUNT ? null : accountId,
    accountName: names.get(accountId) ?? null,
    value,
    people,
  }));
}

function addUp(counted: readonly TallyRow[], waiting: readonly TallyRow[]): TallyRow[] {
  const cells = new Map<string, TallyRow>();
  for (const { accountId, accountName, value, people } of [...counted, ...waiting]) {
    const key = `${accountId} ${value}`;
    const known = cells.get(key)?.people ?? 0;
    cells.set(key, { accountId, accountName, value, people: known + people });
  }
  return [...cells.values()];
}
