import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { inKnownSizes } from '../table-batches.ts';
import type { Reason } from './import-limits.ts';

/** A row that did not come in: its line, why, and its cells. */
export interface Reject {
  line: number;
  reason: Reason;
  cells: readonly string[];
}

export async function insertRejects(
  db: Db,
  workspace: Workspace,
  importId: string,
  rejects: readonly Reject[],
): Promise<void> {
  const rows = rejects.map(({ line, reason, cells }) => ({
    workspace_id: workspace.id,
    import_id: importId,
    line,
    code: reason.code,
    reason: reason.sentence,
    cells: JSON.stringify(cells),
  }));
  for (const piece of inKnownSizes(rows)) await db.insertInto('import_reject').values(piece).execute();
}

export async function deleteRejects(db: Db, workspace: Workspace, importId: string): Promise<void> {
  await db
    .deleteFrom('import_reject')
    .where('workspace_id', '=', workspace.id)
    .where('import_id', '=', importId)
    .execute();
}

/** Rejected rows after a line, in the order of the file; `without` leaves one code out. */
export async function listRejects(
  db: Db,
  workspace: Workspace,
  importId: string,
  page: { after: number; limit: number; without?: string },
): Promise<Reject[]> {
  let query = db
    .selectFrom('import_reject')
    .select(['line', 'code', 'reason', 'cells'])
    .where('workspace_id', '=', workspace.id)
    .where('import_id', '=', importId)
    .where('line', '>', page.after);
  if (page.without) query = query.where('code', '!=', page.without);
  const rows = await query.orderBy('line').limit(page.limit).execute();
  return rows.map(({ line, code, reason, cells }) => ({
    line,
    reason: { code, sentence: reason },
    cells: JSON.parse(cells) as string[],
  }));
}
