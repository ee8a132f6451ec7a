import { toKnownSize } from '#app/audience/table-batches.ts';
import type { Db } from '#app/platform/db.server.ts';
import { inOneTrip } from '#app/platform/one-trip.ts';
import { type Place, preparedLook, preparedRows, type Slot } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Cell } from './lane-count.ts';
import { readSums, type Sums, writeSums } from './lane-sums.ts';

/** One persona in one wave. */
export interface LanePin {
  waveId: string;
  personaId: string;
}

/** Questions of ONE persona in some waves. */
export interface QuestionsOf {
  personaId: string;
  waveIds: readonly string[];
  questionKeys: readonly string[];
}

export interface SumsRow {
  waveId: string;
  questionKey: string;
  sums: Sums;
  /** How many of the lane had been counted when this was read. */
  counted: number;
}

function sumsOf(db: Db, slot: Slot, place: Place) {
  return db
    .selectFrom('lane_sum as s')
    .leftJoin('lane_heard as heard', (on) =>
      on
        .onRef('heard.workspace_id', '=', 's.workspace_id')
        .onRef('heard.wave_id', '=', 's.wave_id')
        .onRef('heard.persona_id', '=', 's.persona_id'),
    )
    .select(['s.wave_id', 's.question_key', 's.sums', 'heard.responses'])
    .where('s.workspace_id', '=', slot('workspaceId'))
    .where('s.persona_id', '=', place('personaId'));
}

/** Some questions of one wave, and one question of some waves. */
const findQuestions = preparedLook((db, keys, slot, place) =>
  sumsOf(db, slot, place).where('s.wave_id', '=', slot('waveId')).where('s.question_key', 'in', keys),
);
const findInWaves = preparedLook((db, waveIds, slot, place) =>
  sumsOf(db, slot, place).where('s.question_key', '=', slot('questionKey')).where('s.wave_id', 'in', waveIds),
);

/** The sums of ONE persona's answers, as far as they are counted: a row for each question of each wave. */
export async function listSums(db: Db, workspace: Workspace, of: QuestionsOf): Promise<SumsRow[]> {
  const pin = { workspaceId: workspace.id, personaId: of.personaId };
  const looks =
    of.waveIds.length < of.questionKeys.length
      ? of.waveIds.map((waveId) => findQuestions(db, of.questionKeys, { ...pin, waveId }))
      : of.questionKeys.map((questionKey) => findInWaves(db, of.waveIds, { ...pin, questionKey }));
  const rows = (await Promise.all(looks)).flat();
  return rows.map(({ wave_id, question_key, sums, responses }) => ({
    ...{ waveId: wave_id, questionKey: question_key },
    ...{ sums: readSums(sums), counted: responses ?? 0 },
  }));
}

const writeRows = preparedRows(
  [
    ...(['workspace_id', 'wave_id', 'persona_id', 'survey_version_id'] as const),
    ...(['question_key', 'sums'] as const),
  ],
  (db, rows) => db.insertInto('lane_sum').values(rows),
);

const dropRows = preparedLook((db, questionKeys, slot) =>
  db
    .deleteFrom('lane_sum')
    .where('workspace_id', '=', slot('workspaceId'))
    .where('wave_id', '=', slot('waveId'))
    .where('persona_id', '=', slot('personaId'))
    .where('question_key', 'in', questionKeys),
);

/** Puts the sums of some questions of a lane in the place of those before. */
export async function replaceSums(
  tx: Db,
  workspace: Workspace,
  { waveId, personaId, surveyVersionId }: LanePin & { surveyVersionId: string },
  sums: ReadonlyMap<string, Sums>,
): Promise<void> {
  const pin = { workspaceId: workspace.id, waveId, personaId };
  const replaced = dropRows(tx, [...sums.keys()], pin);
  const written = writeRows(
    tx,
    [...sums].map(([questionKey, own]) => ({
      workspace_id: workspace.id,
      wave_id: waveId,
      persona_id: personaId,
      survey_version_id: surveyVersionId,
      question_key: questionKey,
      sums: writeSums(own),
    })),
  );
  await inOneTrip(replaced, written);
}

const lookAtRows = preparedLook((db, questionKeys, slot, place) =>
  db
    .selectFrom('lane_sum')
    .select(['question_key as questionKey', 'sums'])
    .where('workspace_id', '=', slot('workspaceId'))
    .where('wave_id', '=', slot('waveId'))
    .where('persona_id', '=', place('personaId'))
    .where('question_key', 'in', questionKeys),
);

/** The sums of some questions of a lane by question, for whoever holds it and counts: it runs with every few dozen commits. */
export async function lookAtSums(
  tx: Db,
  workspace: Workspace,
  { waveId, personaId }: LanePin,
  questionKeys: readonly string[],
): Promise<Map<string, Sums>> {
  const rows = await lookAtRows(tx, questionKeys, { workspaceId: workspace.id, waveId, personaId });
  return new Map(rows.map(({ questionKey, sums }) => [questionKey, readSums(sums)]));
}

const lookAt = preparedLook((db, accountIds, slot, place) =>
  db
    .selectFrom('answer_tally')
    .select(['account_id as accountId', 'question_key as questionKey', 'value', 'people'])
    .where('workspace_id', '=', slot('workspaceId'))
    .where('wave_id', '=', slot('waveId'))
    .where('persona_id', '=', place('personaId'))
    .where('question_key', '=', slot('questionKey'))
    .where('account_id', 'in', accountIds),
);

/** The same of one question, for whoever holds the lane and counts: it runs with every few dozen commits. */
export function lookAtCells(
  tx: Db,
  workspace: Workspace,
  { waveId, personaId, questionKey }: LanePin & { questionKey: string },
  accountIds: readonly string[],
): Promise<Cell[]> {
  return lookAt(tx, accountIds, { workspaceId: workspace.id, waveId, personaId, questionKey });
}

/** Accounts per statement: with the questions far below what either engine binds at once. */
const AT_ONCE = 400;

export interface CellsOf extends LanePin {
  questionKeys: readonly string[];
  accountIds: readonly string[];
}

export interface CountedCell extends Cell {
  /** How many of the lane had been counted when this was read. */
  counted: number;
}

/** What people of ONE persona at some accounts gave, as far as it is counted. */
export async function listCells(
  db: Db,
  workspace: Workspace,
  { waveId, personaId, questionKeys, accountIds }: CellsOf,
): Promise<CountedCell[]> {
  const found: CountedCell[] = [];
  for (let from = 0; from < accountIds.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('answer_tally as t')
      .leftJoin('lane_heard as heard', (on) =>
        on
          .onRef('heard.workspace_id', '=', 't.workspace_id')
          .onRef('heard.wave_id', '=', 't.wave_id')
          .onRef('heard.persona_id', '=', 't.persona_id'),
      )
      .select(['t.account_id', 't.question_key', 't.value', 't.people', 'heard.responses'])
      .where('t.workspace_id', '=', workspace.id)
      .where('t.wave_id', '=', waveId)
      .where('t.persona_id', '=', personaId)
      .where('t.question_key', 'in', questionKeys)
      .where('t.account_id', 'in', toKnownSize(accountIds.slice(from, from + AT_ONCE)))
      .execute();
    for (const { account_id, question_key, value, people, responses } of rows)
      found.push({
        ...{ accountId: account_id, questionKey: question_key, value, people },
        counted: responses ?? 0,
      });
  }
  return found;
}
