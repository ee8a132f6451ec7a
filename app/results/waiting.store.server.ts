import type { Db } from '#app/platform/db.server.ts';
import { preparedLook, preparedRows } from '#app/platform/prepared-query.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import type { Countable } from './count-answers.server.ts';
import { NO_ACCOUNT } from './tally.store.server.ts';

/** One lane of one wave: whose answers wait together. */
export interface WaitingLane {
  workspace: Workspace;
  waveId: string;
  personaId: string;
}

const writeWaiting = preparedRows(
  [
    ...(['workspace_id', 'wave_id', 'persona_id', 'survey_version_id'] as const),
    ...(['response_id', 'account_id', 'counts'] as const),
  ],
  (db, rows) => db.insertInto('waiting_count').values(rows),
);

/** Notes what these responses add to the counters, one row each. */
export async function insertWaiting(tx: Db, workspace: Workspace, kept: readonly Countable[]): Promise<void> {
  await writeWaiting(
    tx,
    kept.map((one) => ({
      workspace_id: workspace.id,
      wave_id: one.waveId,
      persona_id: one.personaId,
      survey_version_id: one.surveyVersionId,
      response_id: one.responseId,
      account_id: one.accountId ?? NO_ACCOUNT,
      counts: JSON.stringify(one.answers.map(({ questionKey, values }) => [questionKey, values])),
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

/** What waits of ONE persona, the first `most` of it. */
export async function listWaiting(
  tx: Db,
  { workspace, waveId, personaId }: WaitingLane,
  most: number,
): Promise<Countable[]> {
  const rows = await tx
    .selectFrom('waiting_count')
    .select(['response_id', 'survey_version_id', 'account_id', 'counts'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .orderBy('response_id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    responseId: row.response_id,
    waveId,
    personaId,
    surveyVersionId: row.survey_version_id,
    accountId: row.account_id === NO_ACCOUNT ? null : row.account_id,
    answers: readCounts(row.counts),
  }));
}

function readCounts(text: string): { questionKey: string; values: string[] }[] {
  // Written by `insertWaiting` alone, and by the thousand.
  const counts = JSON.parse(text) as [string, string[]][];
  return counts.map(([questionKey, values]) => ({ questionKey, values }));
}

const dropWaiting = preparedLook((db, ids, slot) =>
  db
    .deleteFrom('waiting_count')
    .where('workspace_id', '=', slot('workspaceId'))
    .where('wave_id', '=', slot('waveId'))
    .where('persona_id', '=', slot('personaId'))
    .where('response_id', 'in', ids)
    .returning('response_id'),
);

/** Takes rows away; those that were still there. Another process that takes the same ones waits here, and gets none. */
export async function takeWaiting(
  tx: Db,
  { workspace, waveId, personaId }: WaitingLane,
  responseIds: readonly string[],
): Promise<Set<string>> {
  const taken = await dropWaiting(tx, responseIds, { workspaceId: workspace.id, waveId, personaId });
  return new Set(taken.map(({ response_id }) => response_id));
}

export interface WaitingRow {
  accountId: string | null;
  accountName: string | null;
  answers: { questionKey: string; values: string[] }[];
  /** How many of the lane had been counted when this was read. */
  counted: number;
}

/** What ONE persona's answers will add, each with its account's name. */
export async function readWaiting(
  db: Db,
  { workspace, waveId, personaId }: WaitingLane,
): Promise<WaitingRow[]> {
  const rows = await db
    .selectFrom('waiting_count as w')
    .leftJoin('lane_heard as heard', (on) =>
      on
        .onRef('heard.workspace_id', '=', 'w.workspace_id')
        .onRef('heard.wave_id', '=', 'w.wave_id')
        .onRef('heard.persona_id', '=', 'w.persona_id'),
    )
    .leftJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'w.workspace_id').onRef('a.id', '=', 'w.account_id'),
    )
    .select(['w.account_id', 'a.name', 'w.counts', 'heard.responses'])
    .where('w.workspace_id', '=', workspace.id)
    .where('w.wave_id', '=', waveId)
    .where('w.persona_id', '=', personaId)
    .execute();
  return rows.map(({ account_id, name, counts, responses }) => ({
    accountId: account_id === NO_ACCOUNT ? null : account_id,
    accountName: name,
    answers: readCounts(counts),
    counted: responses ?? 0,
  }));
}
