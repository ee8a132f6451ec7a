import type { Db } from '#app/platform/db.server.ts';
import { preparedLook, preparedRows } from '#app/platform/prepared-query.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { type Cell, type Countable, type LaneCount, sumUp } from './lane-count.ts';

/** One lane of one wave: whose answers wait together. */
export interface WaitingLane {
  workspace: Workspace;
  waveId: string;
  personaId: string;
}

const writeWaiting = preparedRows(
  [
    ...(['workspace_id', 'wave_id', 'persona_id', 'survey_version_id'] as const),
    ...(['id', 'responses', 'counts'] as const),
  ],
  (db, rows) => db.insertInto('waiting_count').values(rows),
);

/** Notes what these responses add to the counters, one row for each lane. */
export async function insertWaiting(tx: Db, workspace: Workspace, kept: readonly Countable[]): Promise<void> {
  await writeWaiting(
    tx,
    sumUp(kept).map(({ waveId, personaId, surveyVersionId, responses, cells }) => ({
      workspace_id: workspace.id,
      wave_id: waveId,
      persona_id: personaId,
      survey_version_id: surveyVersionId,
      id: kept.find((one) => one.waveId === waveId && one.personaId === personaId)!.responseId,
      responses,
      counts: JSON.stringify(
        cells.map(({ accountId, questionKey, value, people }) => [accountId, questionKey, value, people]),
      ),
    })),
  );
}

/** Where anything waits, in every workspace. */
export async function listWaitingLanes(db: Db): Promise<WaitingLane[]> {
  const rows = await db
    .selectFrom('waiting_count')
    .select(['workspace_id', 'wave_id', 'persona_id'])
    .distinct()
    .execute();
  return rows.map((row) => ({
    workspace: mintWorkspace(row.workspace_id),
    waveId: row.wave_id,
    personaId: row.persona_id,
  }));
}

/** What waits of ONE persona, of the first `most` commits. */
export async function listWaiting(
  tx: Db,
  { workspace, waveId, personaId }: WaitingLane,
  most: number,
): Promise<(LaneCount & { id: string })[]> {
  const rows = await tx
    .selectFrom('waiting_count')
    .select(['id', 'survey_version_id', 'responses', 'counts'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id, survey_version_id, responses, counts }) => ({
    ...{ id, waveId, personaId, surveyVersionId: survey_version_id, responses },
    cells: readCells(counts),
  }));
}

function readCells(text: string): Cell[] {
  // Written by `insertWaiting` alone, and by the thousand.
  const cells = JSON.parse(text) as [string, string, string, number][];
  return cells.map(([accountId, questionKey, value, people]) => ({ accountId, questionKey, value, people }));
}

const dropWaiting = preparedLook((db, ids, slot) =>
  db
    .deleteFrom('waiting_count')
    .where('workspace_id', '=', slot('workspaceId'))
    .where('wave_id', '=', slot('waveId'))
    .where('persona_id', '=', slot('personaId'))
    .where('id', 'in', ids)
    .returning('id'),
);

/** Takes rows away; those that were still there. Another process that takes the same ones waits here, and gets none. */
export async function takeWaiting(
  tx: Db,
  { workspace, waveId, personaId }: WaitingLane,
  ids: readonly string[],
): Promise<Set<string>> {
  const taken = await dropWaiting(tx, ids, { workspaceId: workspace.id, waveId, personaId });
  return new Set(taken.map(({ id }) => id));
}

export interface WaitingRow {
  waveId: string;
  cells: Cell[];
  /** How many of the lane had been counted when this was read. */
  counted: number;
}

const findWaitingOf = preparedLook((db, waveIds, slot, place) =>
  db
    .selectFrom('waiting_count as w')
    .leftJoin('lane_heard as heard', (on) =>
      on
        .onRef('heard.workspace_id', '=', 'w.workspace_id')
        .onRef('heard.wave_id', '=', 'w.wave_id')
        .onRef('heard.persona_id', '=', 'w.persona_id'),
    )
    .select(['w.wave_id', 'w.counts', 'heard.responses'])
    .where('w.workspace_id', '=', slot('workspaceId'))
    .where('w.wave_id', 'in', waveIds)
    .where('w.persona_id', '=', place('personaId')),
);

/** What ONE persona's answers in some waves will add. */
export async function listWaitingOf(
  db: Db,
  workspace: Workspace,
  { personaId, waveIds }: { personaId: string; waveIds: readonly string[] },
): Promise<WaitingRow[]> {
  const rows = await findWaitingOf(db, waveIds, { workspaceId: workspace.id, personaId });
  return rows.map(({ wave_id, counts, responses }) => ({
    waveId: wave_id,
    cells: readCells(counts),
    counted: responses ?? 0,
  }));
}
