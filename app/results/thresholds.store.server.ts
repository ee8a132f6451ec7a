import type { Db } from '#app/platform/db.server.ts';
import { preparedQuery } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Thresholds } from './thresholds.ts';

const find = preparedQuery((db, slot) =>
  db
    .selectFrom('workspace')
    .select([
      'show_answers as showAnswers',
      'show_accounts as showAccounts',
      'compare_answers as compareAnswers',
    ])
    .where('id', '=', slot('id')),
);

export async function findThresholds(db: Db, workspace: Workspace): Promise<Thresholds> {
  const [thresholds] = await find(db, { id: workspace.id });
  if (!thresholds) throw new Error(`There is no workspace ${workspace.id}.`);
  return thresholds;
}
