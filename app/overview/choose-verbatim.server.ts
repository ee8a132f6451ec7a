import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isHandle } from '#app/results/confidence/handle.ts';
import { findOpened } from '#app/results/confidence/opened-text.store.server.ts';
import { updateChosen } from './overview.store.server.ts';

export type ChosenVerbatim = { kind: 'chosen' } | { kind: 'unknown' };

/** The one text per persona that the team puts on the overview; in confidence it is named by its handle. */
export async function chooseVerbatim(
  db: Db,
  workspace: Workspace,
  input: { waveId: string; personaId: string; responseId: string | null },
): Promise<ChosenVerbatim> {
  const { waveId, personaId, responseId: said } = input;
  const isQuiet = said !== null && isHandle(said);
  const responseId = isQuiet ? await findOpened(db, workspace, { waveId, personaId, handle: said }) : said;
  if (responseId === undefined) return { kind: 'unknown' };
  return { kind: (await updateChosen(db, workspace, { ...input, responseId })) ? 'chosen' : 'unknown' };
}
