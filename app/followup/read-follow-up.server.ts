import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type OwnText, readResponseWords } from '#app/results/read-response-words.server.ts';
import { listNotes } from './follow-up.store.server.ts';
import { type FollowUpRow, findRow } from './queue/queue.store.server.ts';

export interface ReadFollowUp {
  followUp: FollowUpRow;
  history: Awaited<ReturnType<typeof listNotes>>;
  /** What the person wrote, where the promise of the wave lets them be read by name. */
  words: OwnText[];
}

/** One follow-up with all that may be shown of it. */
export async function readFollowUp(db: Db, workspace: Workspace, id: string): Promise<ReadFollowUp | null> {
  const followUp = await findRow(db, workspace, id);
  if (!followUp) return null;
  const { waveId, responseId, personaId, confidentiality } = followUp;
  const mayRead = confidentiality === 'attributed' && waveId !== null && responseId !== null;
  return {
    followUp,
    history: await listNotes(db, workspace, id),
    words: mayRead ? await readResponseWords(db, workspace, { waveId, responseId, personaId }) : [],
  };
}
