import { sql } from 'kysely';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type ImportRun, type ImportState, PeopleChoices, PeopleReport } from './import-run.ts';

export type ImportKind = 'people' | 'answers';

export async function insertRun(
  db: Db,
  workspace: Workspace,
  run: { id: string; kind: ImportKind; fileName: string; fileSize: number; createdBy: string; now: number },
): Promise<void> {
  await db
    .insertInto('import_run')
    .values({
      workspace_id: workspace.id,
      id: run.id,
      kind: run.kind,
      state: 'mapping',
      file_name: run.fileName,
      file_size: run.fileSize,
      choices: '{}',
      report: '{}',
      rows_read: 0,
      rows_total: null,
      failure: null,
      created_by: run.createdBy,
      created_at: run.now,
      finished_at: null,
      lease_until: null,
    })
    .execute();
}

export async function insertChunk(
  db: Db,
  workspace: Workspace,
  importId: string,
  position: number,
  bytes: Buffer,
): Promise<void> {
  await db
    .insertInto('import_chunk')
    .values({ workspace_id: workspace.id, import_id: importId, position, bytes })
    .execute();
}

/** The bytes of a file, one chunk in memory at a time. */
export async function* chunksOf(db: Db, workspace: Workspace, importId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const chunk = await db
      .selectFrom('import_chunk')
      .select('bytes')
      .where('workspace_id', '=', workspace.id)
      .where('import_id', '=', importId)
      .where('position', '=', position)
      .executeTakeFirst();
    if (!chunk) return;
    yield chunk.bytes;
  }
}

/** A finished file is not kept: its rows are people now, and what did not come in is in the report. */
export async function deleteChunks(db: Db, workspace: Workspace, importId: string): Promise<void> {
  await db
    .deleteFrom('import_chunk')
    .where('workspace_id', '=', workspace.id)
    .where('import_id', '=', importId)
    .execute();
}

const COLUMNS = [
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
] as const;

export async function findRun(
  db: Db,
  workspace: Workspace,
  id: string,
  kind: ImportKind = 'people',
): Promise<ImportRun | undefined> {
  const row = await db
    .selectFrom('import_run')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && readRun(row);
}

/** The latest files, newest first. */
export async function listRuns(db: Db, workspace: Workspace, limit: number): Promise<ImportRun[]> {
  const rows = await db
    .selectFrom('import_run')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .where('kind', '=', 'people')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(readRun);
}

function readRun(
  row: Omit<ImportRun, 'choices' | 'report'> & { choices: string; report: string },
): ImportRun {
  return {
    ...row,
    choices: PeopleChoices.parse(JSON.parse(row.choices)),
    report: PeopleReport.parse(JSON.parse(row.report)),
  };
}

export interface RunChange {
  state?: ImportState;
  choices?: PeopleChoices;
  report?: PeopleReport;
  rowsRead?: number;
  rowsTotal?: number | null;
  failure?: string | null;
  finishedAt?: number | null;
  leaseUntil?: number | null;
}

/** Changes a run only while it is in one of these states; answers whether it was. */
export async function changeRun(
  db: Db,
  workspace: Workspace,
  id: string,
  from: readonly ImportState[],
  change: RunChange,
): Promise<boolean> {
  const result = await db
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
    .where('state', 'in', from)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** Moves a run on from row to row; false when another process has moved it meanwhile. */
export async function moveOn(
  db: Db,
  workspace: Workspace,
  id: string,
  step: { fromRow: number; toRow: number; report: PeopleReport; leaseUntil: number },
): Promise<boolean> {
  const result = await db
    .updateTable('import_run')
    .set({ rows_read: step.toRow, report: JSON.stringify(step.report), lease_until: step.leaseUntil })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('state', 'in', ['checking', 'running'])
    .where('rows_read', '=', step.fromRow)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

const AT_WORK = ['checking', 'queued', 'running'] as const;

/** Takes the oldest run that waits for the job and that nobody else holds, in any workspace. */
export async function leaseRun(
  db: Db,
  now: number,
  leaseUntil: number,
): Promise<{ workspaceId: string; id: string } | undefined> {
  const due = db
    .selectFrom('import_run')
    .select('id')
    .where('kind', '=', 'people')
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

const GROWING = ['account', 'person', 'person_address', 'employment', 'role_assignment'] as const;

/**
 * Tells PostgreSQL how large the tables have become. It plans the checks of foreign keys once per connection, and
 * a plan made for empty tables reads the whole workspace for every row that comes in.
 */
export async function refreshStatistics(db: Db, engine: 'sqlite' | 'postgres'): Promise<void> {
  if (engine === 'sqlite') return;
  for (const table of GROWING) await sql`analyze ${sql.id(table)}`.execute(db);
}
