import type { Db } from '#app/platform/db.server.ts';
import { preparedRows } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type LaneCount, NO_ACCOUNT, type TallyRow } from './lane-count.ts';

const addRows = preparedRows(
  [
    ...(['workspace_id', 'wave_id', 'persona_id', 'survey_version_id'] as const),
    ...(['question_key', 'account_id', 'value', 'people'] as const),
  ],
  (db, rows) =>
    db
      .insertInto('answer_tally')
      .values(rows)
      .onConflict((on) =>
        on
          .columns(['workspace_id', 'wave_id', 'persona_id', 'question_key', 'account_id', 'value'])
          .doUpdateSet((eb) => ({ people: eb('answer_tally.people', '+', eb.ref('excluded.people')) })),
      ),
);

/** Adds people to each value they gave. */
export async function addToTally(tx: Db, workspace: Workspace, counts: readonly LaneCount[]): Promise<void> {
  await addRows(
    tx,
    counts.flatMap(({ waveId, personaId, surveyVersionId, cells }) =>
      cells.map(({ accountId, questionKey, value, people }) => ({
        workspace_id: workspace.id,
        wave_id: waveId,
        persona_id: personaId,
        survey_version_id: surveyVersionId,
        question_key: questionKey,
        account_id: accountId,
        value,
        people,
      })),
    ),
  );
}

export interface TallyOf {
  waveId: string;
  personaId: string;
  questionKey: string;
  /** At this account alone. */
  accountId?: string | undefined;
}

/**
 * How many people of ONE persona gave each value at each account, as far as they are counted, and how many of the lane
 * were. Costs accounts x values, never answers.
 */
export async function readCounted(
  db: Db,
  workspace: Workspace,
  of: TallyOf,
): Promise<(TallyRow & { counted: number })[]> {
  let query = db
    .selectFrom('answer_tally as t')
    .leftJoin('lane_heard as heard', (on) =>
      on
        .onRef('heard.workspace_id', '=', 't.workspace_id')
        .onRef('heard.wave_id', '=', 't.wave_id')
        .onRef('heard.persona_id', '=', 't.persona_id'),
    )
    .leftJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 't.workspace_id').onRef('a.id', '=', 't.account_id'),
    )
    .select(['t.account_id', 'a.name', 't.value', 't.people', 'heard.responses'])
    .where('t.workspace_id', '=', workspace.id)
    .where('t.wave_id', '=', of.waveId)
    .where('t.persona_id', '=', of.personaId)
    .where('t.question_key', '=', of.questionKey);
  if (of.accountId !== undefined) query = query.where('t.account_id', '=', of.accountId);
  const rows = await query.execute();
  return rows.map(({ account_id, name, value, people, responses }) => ({
    accountId: account_id === NO_ACCOUNT ? null : account_id,
    accountName: name,
    value,
    people,
    counted: responses ?? 0,
  }));
}
