import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Cell } from './lane-count.ts';
import { addToSums, NO_SUMS, type Sums } from './lane-sums.ts';
import { type CountedCell, listCells, listSums, type QuestionsOf } from './sums.store.server.ts';
import { listWaitingOf } from './waiting.store.server.ts';

/** What one question of a wave comes to. */
export interface QuestionState {
  sums: Sums;
  /** What the one account gave that was asked for. */
  own: Cell[];
}

export interface StateOf extends QuestionsOf {
  accountId?: string;
}

/** By wave and question; one that nobody answered is not in it. */
export type State = ReadonlyMap<string, QuestionState>;

/** What waits is added once a second, and the moment between two reads is some ms. */
const MOST_TRIES = 20;

export function keyOf(waveId: string, questionKey: string): string {
  return `${waveId}|${questionKey}`;
}

/**
 * What ONE persona answered to some questions of some waves: what is counted and what waits to be, so that a figure has every
 * answer that was acknowledged before it was read. What waits is read first. Where some of it was counted before the other
 * reads, the number counted tells, and all is read again.
 */
export async function readState(db: Db, workspace: Workspace, of: StateOf): Promise<State> {
  if (of.waveIds.length === 0 || of.questionKeys.length === 0) return new Map();
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const state = await readOnce(db, workspace, of);
    if (state) return state;
  }
  throw new Error('The counters changed each time they were read.');
}

/** Null where what was read is of two moments. Nothing counted of a question holds nothing that waited before. */
async function readOnce(db: Db, workspace: Workspace, of: StateOf): Promise<State | null> {
  const waiting = await listWaitingOf(db, workspace, of);
  const sums = await listSums(db, workspace, of);
  const state = new Map<string, QuestionState>();
  for (const waveId of of.waveIds) {
    const added = waiting.filter((row) => row.waveId === waveId);
    const known = sums.filter((row) => row.waveId === waveId);
    const cells = added.flatMap((row) => row.cells);
    const had = await readHad(db, workspace, { ...of, waveId }, cells);
    if (new Set([...added, ...known, ...had].map(({ counted }) => counted)).size > 1) return null;
    for (const questionKey of of.questionKeys) {
      const ofQuestion = (cell: Cell) => cell.questionKey === questionKey;
      const before = known.find((row) => row.questionKey === questionKey)?.sums;
      const one = stateOf(before, had.filter(ofQuestion), cells.filter(ofQuestion), of.accountId);
      if (one) state.set(keyOf(waveId, questionKey), one);
    }
  }
  return state;
}

/** What the accounts whose answers wait had given before, and the one that is asked for. */
async function readHad(
  db: Db,
  workspace: Workspace,
  { waveId, personaId, questionKeys, accountId }: StateOf & { waveId: string },
  waiting: readonly Cell[],
): Promise<CountedCell[]> {
  const accountIds = new Set(waiting.map((cell) => cell.accountId));
  if (accountId) accountIds.add(accountId);
  if (accountIds.size === 0) return [];
  return listCells(db, workspace, { waveId, personaId, questionKeys, accountIds: [...accountIds] });
}

function stateOf(
  counted: Sums | undefined,
  had: readonly Cell[],
  waiting: readonly Cell[],
  accountId: string | undefined,
): QuestionState | null {
  if (!counted && waiting.length === 0) return null;
  return {
    sums: addToSums(counted ?? NO_SUMS, had, waiting),
    own: [...had, ...waiting].filter((cell) => cell.accountId === accountId),
  };
}
