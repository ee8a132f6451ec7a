import { z } from 'zod';
import type { Db } from '#app/platform/db.server.ts';
import type { Question } from '#app/survey/question.ts';
import { tallyValues } from '#app/survey/read-answer.ts';
import { countDelivered } from '../delivered.store.server.ts';
import { countUnreached, findUnreached } from '../frame/aside.store.server.ts';
import type { Cell } from '../lane-count.ts';
import { addToSums, NO_SUMS, writeSums } from '../lane-sums.ts';
import { listQuestions } from '../question.store.server.ts';
import { listSums } from '../sums.store.server.ts';
import { listWaitingOf } from '../waiting.store.server.ts';
import {
  countAskedTwice,
  countHeardTwice,
  listKeysCounted,
  listRawAnswers,
  listTally,
  type RawAnswer,
  type RecountedLane,
} from './recount.store.server.ts';

/** A rollup that is not what the rows below it come to. It names where, and no value that anybody gave. */
export interface RollupFault {
  rollup: 'answer_tally' | 'lane_sum' | 'lane_heard' | 'lane_asked';
  workspaceId: string;
  waveId: string;
  personaId: string;
  questionKey: string | null;
}

export interface Recounted {
  answers: number;
  faults: RollupFault[];
}

/** Counts ONE persona of one wave again, from its answers, and compares every rollup of it exactly. */
export async function recountLane(db: Db, lane: RecountedLane): Promise<Recounted> {
  const { workspace, waveId, personaId } = lane;
  const found: Recounted = { answers: 0, faults: [] };
  const fault = (rollup: RollupFault['rollup'], questionKey: string | null = null) =>
    found.faults.push({ rollup, workspaceId: workspace.id, waveId, personaId, questionKey });
  const asked = await listQuestions(db, workspace, [lane.surveyVersionId]);
  const waiting = await listWaitingOf(db, workspace, { personaId, waveIds: [waveId] });
  const waitingCells = waiting.flatMap(({ cells }) => cells);
  const known = await listKeysCounted(db, lane);
  for (const questionKey of new Set([...asked.map(({ key }) => key), ...known])) {
    const frozen = asked.find(({ key }) => key === questionKey)?.frozen;
    const raw = await recountQuestion(db, lane, questionKey, frozen);
    const tally = await listTally(db, lane, questionKey);
    const waits = waitingCells.filter((cell) => cell.questionKey === questionKey);
    found.answers += raw.answers;
    if (!isEqual(raw.cells, totals([...tally, ...waits]))) fault('answer_tally', questionKey);
    if (!(await isSummedUp(db, lane, questionKey, tally))) fault('lane_sum', questionKey);
  }
  const heard = await countHeardTwice(db, lane);
  if (heard.counted !== heard.rows) fault('lane_heard');
  if (!(await isAskedRight(db, lane))) fault('lane_asked');
  return found;
}

/** Answers that are in memory at once. */
const PAGE = 5000;

/** People by account and value: as many as a question has accounts and values, however many answered it. */
async function recountQuestion(
  db: Db,
  lane: RecountedLane,
  questionKey: string,
  frozen: Question | undefined,
): Promise<{ answers: number; cells: Map<string, number> }> {
  const cells = new Map<string, number>();
  let answers = 0;
  for (let afterId = ''; ; ) {
    const page = await listRawAnswers(db, lane, { questionKey, afterId, limit: PAGE });
    answers += page.length;
    for (const row of page)
      for (const value of frozen ? tallyValues(frozen, givenBy(row)) : []) {
        const key = keyOf(row.accountId, value);
        cells.set(key, (cells.get(key) ?? 0) + 1);
      }
    if (page.length < PAGE) return { answers, cells };
    afterId = page.at(-1)!.responseId;
  }
}

const Choices = z.array(z.string());

function givenBy({ score, choices, verbatim }: RawAnswer) {
  return {
    score: score ?? undefined,
    choices: choices === null ? undefined : Choices.parse(JSON.parse(choices)),
    verbatim: verbatim ?? undefined,
  };
}

function totals(cells: readonly Cell[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const { accountId, value, people } of cells) {
    const key = keyOf(accountId, value);
    all.set(key, (all.get(key) ?? 0) + people);
  }
  return all;
}

/** No id holds the sign between them. */
function keyOf(accountId: string, value: string): string {
  return `${accountId}|${value}`;
}

function isEqual(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([key, people]) => other.get(key) === people);
}

/** The sums are written in one order, so that equal ones are equal to the letter. */
async function isSummedUp(
  db: Db,
  { workspace, waveId, personaId }: RecountedLane,
  questionKey: string,
  tally: readonly Cell[],
): Promise<boolean> {
  const of = { personaId, waveIds: [waveId], questionKeys: [questionKey] };
  const [row] = await listSums(db, workspace, of);
  if (tally.length === 0) return row === undefined;
  return row !== undefined && writeSums(row.sums) === writeSums(addToSums(NO_SUMS, [], tally));
}

async function isAskedRight(db: Db, lane: RecountedLane): Promise<boolean> {
  const { counted, delivered, rows } = await countAskedTwice(db, lane);
  if (counted !== rows) return false;
  if (delivered !== null && delivered !== (await countDelivered(db, lane.workspace, lane))) return false;
  const unreached = await findUnreached(db, lane.workspace, lane);
  return unreached === null || unreached === (await countUnreached(db, lane.workspace, lane));
}
