import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listDecisionRows } from './decision.store.server.ts';
import type { Decision } from './decision.ts';

/** What a programme decided, the newest first; of one persona where it is named. */
export async function listDecisions(
  db: Db,
  workspace: Workspace,
  { programmeId, personaId }: { programmeId: string; personaId?: string },
): Promise<Decision[]> {
  const all = await listDecisionRows(db, workspace, programmeId);
  return personaId === undefined ? all : all.filter(({ personaIds }) => personaIds.includes(personaId));
}
