import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listSentLetters, type SentLetter } from './told.store.server.ts';

/** The letters of a wave that went out, the first one first: to which persona, and when. */
export function listLettersOf(db: Db, workspace: Workspace, waveId: string): Promise<SentLetter[]> {
  return listSentLetters(db, workspace, waveId);
}
