import type { Db } from '#app/platform/db.server.ts';
import { inOneTrip } from '#app/platform/one-trip.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { addHeard } from './heard.store.server.ts';
import { addToTally } from './tally.store.server.ts';

/** What a kept response adds to the rollups; a stage further up hands it in with its transaction. */
export interface Countable {
  responseId: string;
  waveId: string;
  personaId: string;
  surveyVersionId: string;
  accountId: string | null;
  answers: readonly { questionKey: string; values: readonly string[] }[];
}

/** Counts responses, each once, in the transaction that keeps them, so that rollups and answers never differ. */
export async function countAnswers(tx: Db, workspace: Workspace, kept: readonly Countable[]): Promise<void> {
  if (kept.length === 0) return;
  await inOneTrip(addHeard(tx, workspace, kept), addToTally(tx, workspace, kept));
}
