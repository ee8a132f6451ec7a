import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { pageTouchRows, type TouchesAsked } from './touch.store.server.ts';
import type { Touch } from './touch.ts';

/** Touches of one person in the order in which they happened, one more than asked for where there are more. */
export function pageTouches(db: Db, workspace: Workspace, asked: TouchesAsked): Promise<Touch[]> {
  return pageTouchRows(db, workspace, { ...asked, limit: asked.limit + 1 });
}
