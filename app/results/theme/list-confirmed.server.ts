import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type ConfirmedIn, listConfirmedLaneRows, listConfirmedRows } from './confirmed.store.server.ts';

/** Which answers of ONE persona in a programme raise a theme, as was confirmed since a moment, in the order it was. */
export function listConfirmed(db: Db, workspace: Workspace, of: ConfirmedIn & { limit: number }) {
  return listConfirmedRows(db, workspace, of);
}

/** The waves in which such answers are. */
export function listConfirmedLanes(db: Db, workspace: Workspace, of: ConfirmedIn) {
  return listConfirmedLaneRows(db, workspace, of);
}
