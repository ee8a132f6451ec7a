import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Everybody this wave has asked so far. */
export async function countRecipients(db: Db, workspace: Workspace, waveId: string): Promise<number> {
  const row = await db
    .selectFrom('invitation')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .executeTakeFirstOrThrow();
  return Number(row.people);
}

/** The admin who answers for sending it to many; null while nobody does. */
export async function findMailWord(db: Db, workspace: Workspace, waveId: string): Promise<string | null> {
  const row = await db
    .selectFrom('wave')
    .select('mail_vouched_by')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .executeTakeFirst();
  return row?.mail_vouched_by ?? null;
}

/** False where somebody answers for it already. */
export async function setMailWord(
  tx: Db,
  workspace: Workspace,
  waveId: string,
  by: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('wave')
    .set({ mail_vouched_by: by })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .where('mail_vouched_by', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
