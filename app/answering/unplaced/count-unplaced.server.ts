import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countUnplacedAnswers } from './unplaced.store.server.ts';

/** How many answers of the workspace have no persona yet. */
export function countUnplaced(db: Db, workspace: Workspace): Promise<number> {
  return countUnplacedAnswers(db, workspace, { search: '' });
}
