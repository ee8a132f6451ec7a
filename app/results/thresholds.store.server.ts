import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Thresholds } from './thresholds.ts';

export async function findThresholds(db: Db, workspace: Workspace): Promise<Thresholds> {
  return db
    .selectFrom('workspace')
    .select([
      'show_answers as showAnswers',
      'show_accounts as showAccounts',
      'compare_answers as compareAnswers',
    ])
    .where('id', '=', workspace.id)
    .executeTakeFirstOrThrow();
}
