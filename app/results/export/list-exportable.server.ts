import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listWaves } from '../lane.store.server.ts';

export interface ExportableProgramme {
  id: string;
  name: string;
  /** Those that were sent or imported, the newest first. */
  waves: { id: string; name: string }[];
}

/** What an export may be of: programmes in the order of their newest wave. */
export async function listExportable(db: Db, workspace: Workspace): Promise<ExportableProgramme[]> {
  const programmes = new Map<string, ExportableProgramme>();
  for (const { id, name, programmeId, programmeName } of await listWaves(db, workspace)) {
    const programme = programmes.get(programmeId) ?? { id: programmeId, name: programmeName, waves: [] };
    programmes.set(programmeId, programme);
    programme.waves.push({ id, name });
  }
  return [...programmes.values()];
}
