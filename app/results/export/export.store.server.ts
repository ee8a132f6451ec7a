import type { Db, ExportState } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { ExportFile, ExportJob } from './export-job.ts';

export type NewExport = Pick<
  ExportJob,
  'id' | 'what' | 'format' | 'programmeId' | 'waveId' | 'orderedBy' | 'orderedAt'
>;

export async function insertExport(db: Db, workspace: Workspace, job: NewExport): Promise<void> {
  await db
    .insertInto('export_job')
    .values({
      workspace_id: workspace.id,
      id: job.id,
      what: job.what,
      format: job.format,
      programme_id: job.programmeId,
      wave_id: job.waveId,
      state: 'queued',
      ordered_by: job.orderedBy,
      ordered_at: job.orderedAt,
      attempt: 0,
      let_go: 0,
      lease_until: null,
      begun_at: null,
      rows_done: 0,
      rows_total: null,
      withheld: '[]',
      failure: null,
      finished_at: null,
      expires_at: null,
      has_litter: 0,
    })
    .execute();
}

function jobs(db: Db, workspace: Workspace) {
  return db
    .selectFrom('export_job as j')
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'j.workspace_id').onRef('p.id', '=', 'j.programme_id'),
    )
    .leftJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'j.workspace_id').onRef('w.id', '=', 'j.wave_id'),
    )
    .select(['j.id', 'j.what', 'j.format', 'j.programme_id as programmeId', 'p.name as programmeName'])
    .select(['j.wave_id as waveId', 'w.name as waveName', 'j.state', 'j.ordered_by as orderedBy'])
    .select(['j.ordered_at as orderedAt', 'j.attempt', 'j.begun_at as begunAt', 'j.rows_done as rowsDone'])
    .select(['j.rows_total as rowsTotal', 'j.withheld', 'j.failure', 'j.finished_at as finishedAt'])
    .select(['j.expires_at as expiresAt', 'j.let_go as letGo'])
    .where('j.workspace_id', '=', workspace.id);
}

function readJob({ withheld, ...row }: Omit<ExportJob, 'withheld'> & { withheld: string }): ExportJob {
  return { ...row, withheld: JSON.parse(withheld) as string[] };
}

export async function findExport(db: Db, workspace: Workspace, id: string): Promise<ExportJob | undefined> {
  const row = await jobs(db, workspace).where('j.id', '=', id).executeTakeFirst();
  return row && readJob(row);
}

/** The newest first; of one who ordered them where `orderedBy` is given. */
export async function listExportRows(
  db: Db,
  workspace: Workspace,
  page: { orderedBy?: string; after?: string; limit: number },
): Promise<ExportJob[]> {
  let query = jobs(db, workspace).orderBy('j.id', 'desc').limit(page.limit);
  if (page.orderedBy) query = query.where('j.ordered_by', '=', page.orderedBy);
  if (page.after) query = query.where('j.id', '<', page.after);
  return (await query.execute()).map(readJob);
}

/** Exports of somebody that take room or will. */
export async function countLiveExports(db: Db, workspace: Workspace, orderedBy: string): Promise<number> {
  const row = await db
    .selectFrom('export_job')
    .select((eb) => eb.fn.countAll<number>().as('exports'))
    .where('workspace_id', '=', workspace.id)
    .where('ordered_by', '=', orderedBy)
    .where('state', 'in', ['queued', 'running', 'done'])
    .executeTakeFirstOrThrow();
  return Number(row.exports);
}

export interface ExportChange {
  state?: ExportState;
  rowsDone?: number;
  rowsTotal?: number | null;
  withheld?: readonly string[];
  failure?: string | null;
  finishedAt?: number;
  expiresAt?: number;
  leaseUntil?: number | null;
  letGo?: number;
  hasLitter?: 1;
}

/** Changes an export only while it is in one of these states, and of this attempt where one is given; answers whether it was. */
export async function changeExport(
  db: Db,
  workspace: Workspace,
  { id, attempt }: { id: string; attempt?: number },
  from: readonly ExportState[],
  change: ExportChange,
): Promise<boolean> {
  let query = db
    .updateTable('export_job')
    .set({
      state: change.state,
      rows_done: change.rowsDone,
      rows_total: change.rowsTotal,
      withheld: change.withheld && JSON.stringify(change.withheld),
      failure: change.failure,
      finished_at: change.finishedAt,
      expires_at: change.expiresAt,
      lease_until: change.leaseUntil,
      let_go: change.letGo,
      has_litter: change.hasLitter,
    })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('state', 'in', from);
  if (attempt !== undefined) query = query.where('attempt', '=', attempt);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

export async function insertFile(
  tx: Db,
  workspace: Workspace,
  exportId: string,
  file: ExportFile,
): Promise<void> {
  await tx
    .insertInto('export_file')
    .values({ workspace_id: workspace.id, export_id: exportId, ...file })
    .execute();
}

export async function listFiles(
  db: Db,
  workspace: Workspace,
  exportIds: readonly string[],
): Promise<(ExportFile & { exportId: string })[]> {
  return db
    .selectFrom('export_file')
    .select(['export_id as exportId', 'number', 'name', 'rows', 'size', 'sha256', 'pieces'])
    .where('workspace_id', '=', workspace.id)
    .where('export_id', 'in', exportIds)
    .orderBy('number')
    .execute();
}

/** A piece of a file: which attempt at which export, which file of it, and where in that file. */
export interface PieceKey {
  exportId: string;
  attempt: number;
  file: number;
  position: number;
}

export async function insertPiece(tx: Db, workspace: Workspace, key: PieceKey, bytes: Buffer): Promise<void> {
  const { exportId, ...place } = key;
  await tx
    .insertInto('export_piece')
    .values({ workspace_id: workspace.id, export_id: exportId, ...place, bytes })
    .execute();
}

export async function findPiece(
  db: Db,
  workspace: Workspace,
  key: PieceKey,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('export_piece')
    .select('bytes')
    .where('workspace_id', '=', workspace.id)
    .where('export_id', '=', key.exportId)
    .where('attempt', '=', key.attempt)
    .where('file', '=', key.file)
    .where('position', '=', key.position)
    .executeTakeFirst();
  return row?.bytes;
}

/** From here on nobody is offered a file; its pieces go a few at a time (`sweep.store.server.ts`). */
export async function deleteFiles(tx: Db, workspace: Workspace, exportId: string): Promise<void> {
  await tx
    .deleteFrom('export_file')
    .where('workspace_id', '=', workspace.id)
    .where('export_id', '=', exportId)
    .execute();
}
