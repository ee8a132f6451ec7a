import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listProgrammeVersionRows } from '#app/survey/version/version.store.server.ts';
import type { AskableVersion } from './chosen-lanes.ts';

/** The published versions that a wave of this programme can ask, the newest of each survey first. */
export async function listAskable(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<AskableVersion[]> {
  const versions = await listProgrammeVersionRows(db, workspace, programmeId);
  return versions.map(({ id, personaId, surveyName, number }) => ({ id, personaId, surveyName, number }));
}
