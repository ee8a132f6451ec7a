import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listProgrammeRows } from '../programme.store.server.ts';
import type { Programme } from '../programme.ts';
import type { AskableVersion } from '../wave/chosen-lanes.ts';
import { listAskable } from '../wave/list-askable.server.ts';

/** All programmes, the newest first, each with the versions that a wave of it can ask. */
export async function listProgrammesWithSurveys(
  db: Db,
  workspace: Workspace,
): Promise<{ programme: Programme; versions: AskableVersion[] }[]> {
  const listed = [];
  for (const programme of await listProgrammeRows(db, workspace))
    listed.push({ programme, versions: await listAskable(db, workspace, programme.id) });
  return listed;
}
