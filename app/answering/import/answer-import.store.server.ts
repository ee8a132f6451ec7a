import type { ImportState } from '#app/audience/import/import-run.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { AnswerChoices, type AnswerImport, AnswerReport } from './answer-import.ts';

function imports(db: Db, workspace: Workspace) {
  return db
    .selectFrom('import_run')
    .select([
      'id',
      'state',
      'file_name as fileName',
      'file_size as fileSize',
      'choices',
      'report',
      'rows_read as rowsRead',
      'rows_total as rowsTotal',
      'failure',
      'created_by as createdBy',
      'created_at as createdAt',
      'finished_at as finishedAt',
    ])
    .where('workspace_id', '=', workspace.id)
    .where('kind', '=', 'answers');
}

type ImportRow = Omit<AnswerImport, 'choices' | 'report'> & { choices: string; report: string };

function parse(row: ImportRow): AnswerImport {
  const choices = AnswerChoices.parse(JSON.parse(row.choices));
  return { ...row, choices, report: AnswerReport.parse(JSON.parse(row.report)) };
}

export async function findAnswerImport(
  db: Db,
  workspace: Workspace,
  id: string,
): Promise<AnswerImport | undefined> {
  const row = await imports(db, workspace).where('id', '=', id).executeTakeFirst();
  return row && parse(row);
}

/** The latest files, newest first. */
export async function listAnswerImportRows(
  db: Db,
  workspace: Workspace,
  limit: number,
): Promise<AnswerImport[]> {
  const all = imports(db, workspace).orderBy('created_at', 'desc').orderBy('id', 'desc');
  return (await all.limit(limit).execute()).map(parse);
}

export interface AnswerImportChange {
  state?: ImportState;
  choices?: AnswerChoices;
  report?: AnswerReport;
  rowsRead?: number;
  rowsTotal?: number | null;
  failure?: string | null;
  finishedAt?: number | null;
  leaseUntil?: number | null;
}

/** Changes an import only while it is in one of these states; answers whether it was. */
export async function changeAnswerImport(
  db: Db,
  workspace: Workspace,
  id: string,
  from: readonly ImportState[],
  change: AnswerImportChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('import_run')
    .set({
      state: change.state,
      choices: change.choices && JSON.stringify(change.choices),
      report: change.report && JSON.stringify(change.report),
      rows_read: change.rowsRead,
      rows_total: change.rowsTotal,
      failure: change.failure,
      finished_at: change.finishedAt,
      lease_until: change.leaseUntil,
    })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('kind', '=', 'answers')
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Moves an import on from row to row; false when another process has moved it meanwhile. */
export async function moveAnswerImportOn(
  tx: Db,
  workspace: Workspace,
  id: string,
  step: { fromRow: number; toRow: number; report: AnswerReport; leaseUntil: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('import_run')
    .set({ rows_read: step.toRow, report: JSON.stringify(step.report), lease_until: step.leaseUntil })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('state', 'in', ['checking', 'running'])
    .where('rows_read', '=', step.fromRow)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const AT_WORK = ['checking', 'queued', 'running'] as const;

/** Takes the oldest import that waits for the job and that nobody else holds, in any workspace. */
export async function leaseAnswerImport(
  db: Db,
  now: number,
  leaseUntil: number,
): Promise<{ workspaceId: string; id: string } | undefined> {
  const due = db
    .selectFrom('import_run')
    .select('id')
    .where('kind', '=', 'answers')
    .where('state', 'in', AT_WORK)
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', now)]))
    .orderBy('created_at')
    .limit(1);
  return db
    .updateTable('import_run')
    .set({ lease_until: leaseUntil })
    .where('id', 'in', due)
    .where('state', 'in', AT_WORK)
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', now)]))
    .returning(['workspace_id as workspaceId', 'id'])
    .executeTakeFirst();
}
