import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listOver } from './shared-flow.store.server.ts';
import type { Limit } from './shared-limit.ts';

/** A limit of a shared link that bit. */
export interface LimitOver {
  what: Limit;
  /** Held in place of being counted; 0 for limits that ask people to come later. */
  answers: number;
  firstAt: number;
  lastAt: number;
}

/** Which limits of a shared link bit since it was made. */
export function readOver(db: Db, workspace: Workspace, linkId: string): Promise<LimitOver[]> {
  return listOver(db, workspace, linkId);
}
