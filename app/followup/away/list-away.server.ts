import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { dayAt } from '../due-time.ts';
import { type AbleMember, listAbleMembers } from '../member.store.server.ts';
import { listAwayRows } from './away.store.server.ts';
import type { Away } from './away.ts';

export interface AwayPage {
  today: string;
  /** Times out of office that are not over, the next first. */
  away: Away[];
  members: AbleMember[];
}

export async function listAway(db: Db, workspace: Workspace, now: number): Promise<AwayPage> {
  const today = dayAt(now, await readAskingRules(db, workspace));
  return {
    today,
    away: await listAwayRows(db, workspace, today),
    members: await listAbleMembers(db, workspace),
  };
}
