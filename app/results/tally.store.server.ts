import type { Db } from '#app/platform/db.server.ts';
import { preparedRows } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Countable } from './count-answers.server.ts';

/** Kept in the place of an account nobody named: part of a primary key, so it cannot be null. */
export const NO_ACCOUNT = '';

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

/** Adds one person to each value of each response; always in one order, so that two at once wait and never deadlock. */
export async function addToTally(tx: Db, workspace: Workspace, kept: readonly Countable[]): Promise<void> {
  await addRows(
    tx,
    sumUp(kept).map((cell) => ({ workspace_id: workspace.id, ...cell })),
  );
}

interface Cell {
  wave_id: string;
  persona_id: string;
  survey_version_id: string;
  question_key: string;
  account_id: string;
  value: string;
  people: number;
}

function sumUp(kept: readonly Countable[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { waveId, personaId, surveyVersionId, accountId, answers } of kept)
    for (const { questionKey, values } of answers)
      for (const value of values) {
        const account = accountId ?? NO_ACCOUNT;
        // No id holds the sign between them, and a value comes last.
        const key = `${waveId}|${personaId}|${questionKey}|${account}|${value}`;
        const cell = cells.get(key);
        if (cell) cell.people += 1;
        else
          cells.set(key, {
            ...{ wave_id: waveId, persona_id: personaId, survey_version_id: surveyVersionId },
            ...{ question_key: questionKey, account_id: account, value, people: 1 },
          });
      }
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

export interface TallyRow {
  accountId: string | null;
  accountName: string | null;
  value: string;
  people: number;
}

export interface TallyOf {
  waveId: string;
  personaId: string;
  questionKey: string;
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
  const rows = await db
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
    .where('t.question_key', '=', of.questionKey)
    .execute();
  return rows.map(({ account_id, name, value, people, responses }) => ({
    accountId: account_id === NO_ACCOUNT ? null : account_id,
    accountName: name,
    value,
    people,
    counted: responses ?? 0,
  }));
}
