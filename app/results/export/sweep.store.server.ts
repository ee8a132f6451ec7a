import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface SweptExport {
  workspaceId: string;
  id: string;
}

/** Exports whose files have lain long enough. */
export async function listExpired(db: Db, now: number, limit: number): Promise<SweptExport[]> {
  return db
    .selectFrom('export_job')
    .select(['workspace_id as workspaceId', 'id'])
    .where('state', '=', 'done')
    .where('expires_at', '<=', now)
    .limit(limit)
    .execute();
}

/** Exports of which pieces lie there that nobody can have any more. */
export async function listLittered(db: Db, limit: number): Promise<SweptExport[]> {
  return db
    .selectFrom('export_job')
    .select(['workspace_id as workspaceId', 'id'])
    .where('has_litter', '=', 1)
    .limit(limit)
    .execute();
}

/** How many pieces one statement takes away: their bytes are written over, and nobody may wait for that. */
const AT_ONCE = 16;

/** Takes some pieces away, of attempts before `beforeAttempt` alone where it is given; answers how many. */
export async function deleteSomePieces(
  db: Db,
  workspace: Workspace,
  exportId: string,
  beforeAttempt?: number,
): Promise<number> {
  let some = db
    .selectFrom('export_piece')
    .select(['attempt', 'file', 'position'])
    .where('workspace_id', '=', workspace.id)
    .where('export_id', '=', exportId)
    .limit(AT_ONCE);
  if (beforeAttempt !== undefined) some = some.where('attempt', '<', beforeAttempt);
  const { numDeletedRows } = await db
    .deleteFrom('export_piece')
    .where('workspace_id', '=', workspace.id)
    .where('export_id', '=', exportId)
    .where((eb) =>
      eb(eb.refTuple('attempt', 'file', 'position'), 'in', some.$asTuple('attempt', 'file', 'position')),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function clearLitter(db: Db, workspace: Workspace, id: string): Promise<void> {
  await db
    .updateTable('export_job')
    .set({ has_litter: 0 })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .execute();
}

/** Lines of exports that ended long ago and have nothing left to give. */
export async function deleteForgettable(db: Db, before: number): Promise<void> {
  await db
    .deleteFrom('export_job')
    .where('state', 'in', ['expired', 'failed', 'cancelled'])
    .where('has_litter', '=', 0)
    .where('finished_at', '<', before)
    .execute();
}
