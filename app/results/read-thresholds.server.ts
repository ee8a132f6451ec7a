import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findThresholds } from './thresholds.store.server.ts';
import { stricter, type Thresholds } from './thresholds.ts';

/** The workspace's thresholds, never weaker than the house's. */
export async function readThresholds(db: Db, workspace: Workspace): Promise<Thresholds> {
  return stricter(await findThresholds(db, workspace));
}
