import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Countable } from './count-answers.server.ts';

/** Kept in the place of an account nobody named: part of a primary key, so it cannot be null. */
const NO_ACCOUNT = '';

/** Adds one person to each value given; always in one order, so that two at once wait and never deadlock. */
export async function addToTally(
  tx: Db,
  workspace: Workspace,
  kept: Omit<Countable, 'answers'>,
  rows: readonly Cell[],
): Promise<void> {
  const values = [...rows].sort(byKey).map(({ questionKey, value }) => ({
    workspace_id: workspace.id,
    wave_id: kept.waveId,
    persona_id: kept.personaId,
    survey_version_id: kept.surveyVersionId,
    question_key: questionKey,
    account_id: kept.accountId ?? NO_ACCOUNT,
    value,
    people: 1,
  }));
  await tx
    .insertInto('answer_tally')
    .values(values)
    .onConflict((on) =>
      on
        .columns(['workspace_id', 'wave_id', 'persona_id', 'question_key', 'account_id', 'value'])
        .doUpdateSet((eb) => ({ people: eb('answer_tally.people', '+', eb.ref('excluded.people')) })),
    )
    .execute();
}

type Cell = { questionKey: string; value: string };

function byKey(a: Cell, b: Cell): number {
  return compare(a.questionKey, b.questionKey) || compare(a.value, b.value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

export interface TallyRow {
  accountId: string | null;
  accountName: string | null;
  value: string;
  people: number;
}

/** How many people of ONE persona gave each value at each account. Costs accounts x values, never answers. */
export async function readTally(
  db: Db,
  workspace: Workspace,
  of: { waveId: string; personaId: string; questionKey: string; accountId?: string },
): Promise<TallyRow[]> {
  let query = db
    .selectFrom('answer_tally as t')
    .leftJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 't.workspace_id').onRef('a.id', '=', 't.account_id'),
    )
    .select(['t.account_id', 'a.name', 't.value', 't.people'])
    .where('t.workspace_id', '=', workspace.id)
    .where('t.wave_id', '=', of.waveId)
    .where('t.persona_id', '=', of.personaId)
    .where('t.question_key', '=', of.questionKey);
  if (of.accountId) query = query.where('t.account_id', '=', of.accountId);
  const rows = await query.execute();
  return rows.map(({ account_id, name, value, people }) => ({
    accountId: account_id === NO_ACCOUNT ? null : account_id,
    accountName: name,
    value,
    people,
  }));
}
