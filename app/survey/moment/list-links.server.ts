import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listLinks as listLinkRows } from './moment-question.store.server.ts';
import type { MomentQuestion } from './moment-question.ts';

/** The questions about each moment of ONE persona, by moment; a moment nobody was asked about is not in it. */
export async function listLinks(
  db: Db,
  workspace: Workspace,
  personaId: string,
): Promise<Map<string, MomentQuestion[]>> {
  return Map.groupBy(await listLinkRows(db, workspace, personaId), ({ momentId }) => momentId);
}
