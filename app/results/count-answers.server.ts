import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { addToTally } from './tally.store.server.ts';

/** What a kept response adds to the tally; a stage further up hands it in with its transaction. */
export interface Countable {
  waveId: string;
  personaId: string;
  surveyVersionId: string;
  accountId: string | null;
  answers: readonly { questionKey: string; values: readonly string[] }[];
}

/** Counts a response in the transaction that keeps it, so that tally and answers never differ. */
export async function countAnswers(tx: Db, workspace: Workspace, kept: Countable): Promise<void> {
  const rows = kept.answers.flatMap(({ questionKey, values }) =>
    values.map((value) => ({ questionKey, value })),
  );
  if (rows.length > 0) await addToTally(tx, workspace, kept, rows);
}
