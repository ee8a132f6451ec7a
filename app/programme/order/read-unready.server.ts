import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countUnready } from './order.store.server.ts';

/** How many people a send to very many has decided to ask who are not made ready yet. */
export function readUnready(db: Db, workspace: Workspace, waveId: string): Promise<number> {
  return countUnready(db, workspace, waveId);
}
