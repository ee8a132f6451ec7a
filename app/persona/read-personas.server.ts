import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listPersonas } from './persona.store.server.ts';
import type { Persona } from './persona.ts';

/** Every persona of the workspace in lane order, closed ones too. */
export function readPersonas(db: Db, workspace: Workspace): Promise<Persona[]> {
  return listPersonas(db, workspace);
}
