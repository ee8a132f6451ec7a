import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAskingRules } from './asking-rules.store.server.ts';
import type { AskingRules } from './asking-rules.ts';

export function readAskingRules(db: Db, workspace: Workspace): Promise<AskingRules> {
  return findAskingRules(db, workspace);
}
