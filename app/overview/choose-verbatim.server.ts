import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { updateChosen } from './overview.store.server.ts';

export type ChosenVerbatim = { kind: 'chosen' } | { kind: 'unknown' };

/** The one text per persona that the team puts on the overview. */
export async function chooseVerbatim(
  db: Db,
  workspace: Workspace,
  input: { waveId: string; personaId: string; responseId: string | null },
): Promise<ChosenVerbatim> {
  return { kind: (await updateChosen(db, workspace, input)) ? 'chosen' : 'unknown' };
}
