import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findRequirements } from './requirements.store.server.ts';
import { NO_REQUIREMENTS, type Requirements } from './requirements.ts';

/** What is written down of one persona; empty texts where nothing is. */
export async function readRequirements(
  db: Db,
  workspace: Workspace,
  personaId: string,
): Promise<Requirements> {
  return (await findRequirements(db, workspace, personaId)) ?? NO_REQUIREMENTS;
}
