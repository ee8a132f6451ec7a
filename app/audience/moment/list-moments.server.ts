import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listMomentRows } from './moment.store.server.ts';
import type { Moment } from './moment.ts';

/** The moments of ONE persona as members like to see them, closed ones too and last. */
export function listMoments(db: Db, workspace: Workspace, personaId: string): Promise<Moment[]> {
  return listMomentRows(db, workspace, personaId);
}
