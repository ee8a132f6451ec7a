import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findMoment } from './moment.store.server.ts';
import type { Moment } from './moment.ts';

/** One moment, or null. */
export async function readMoment(db: Db, workspace: Workspace, momentId: string): Promise<Moment | null> {
  return (await findMoment(db, workspace, momentId)) ?? null;
}
