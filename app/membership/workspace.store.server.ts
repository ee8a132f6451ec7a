import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { WorkspaceSettings } from './workspace-settings.ts';

/** True when somebody has founded a workspace in this database. */
export async function hasWorkspace(db: Db): Promise<boolean> {
  const row = await db.selectFrom('workspace').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

export async function insertWorkspace(
  db: Db,
  { id, now, ...settings }: WorkspaceSettings & { id: string; now: number },
): Promise<void> {
  await db
    .insertInto('workspace')
    .values({ id, ...toRow(settings), created_at: now })
    .execute();
}

export async function readSettingsRow(db: Db, workspace: Workspace): Promise<WorkspaceSettings> {
  return db
    .selectFrom('workspace')
    .select([
      'name',
      'show_answers as showAnswers',
      'show_accounts as showAccounts',
      'compare_answers as compareAnswers',
      'role_review_days as roleReviewDays',
    ])
    .where('id', '=', workspace.id)
    .executeTakeFirstOrThrow();
}

export async function updateSettingsRow(
  db: Db,
  workspace: Workspace,
  settings: WorkspaceSettings,
): Promise<void> {
  await db.updateTable('workspace').set(toRow(settings)).where('id', '=', workspace.id).execute();
}

function toRow(settings: WorkspaceSettings) {
  return {
    name: settings.name,
    show_answers: settings.showAnswers,
    show_accounts: settings.showAccounts,
    compare_answers: settings.compareAnswers,
    role_review_days: settings.roleReviewDays,
  };
}
