import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** A persona's plural, such as "Buyers". */
export async function pluralOf(db: Db, workspace: Workspace, personaId: string): Promise<string> {
  const personas = await listPersonas(db, workspace);
  return personas.find(({ id }) => id === personaId)?.plural ?? personaId;
}
