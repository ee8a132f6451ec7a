import { createIndex, createTable, inWorkspace, type Step } from './kit.ts';

/** Files that are made in the background. */
export async function up(step: Step): Promise<void> {
  await createJobs(step);
  await createFiles(step);
}

async function createJobs(step: Step): Promise<void> {
  await createTable(step, 'export_job', [
    inWorkspace,
    'id text not null',
    "what text not null check (what in ('rows', 'figures'))",
    "format text not null check (format in ('csv', 'xlsx', 'ndjson', 'parquet', 'json'))",
    'programme_id text not null',
    // Null: every wave of the programme.
    'wave_id text',
    "state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled', 'expired'))",
    'ordered_by text not null',
    'ordered_at BIG not null',
    // Grows each time that a process takes it up: what an earlier one still writes fits nowhere.
    'attempt integer not null',
    // Of those the ones that ended because the process was asked to stop: they are no sign that it can't be made.
    'let_go integer not null',
    'lease_until BIG',
    'begun_at BIG',
    'rows_done integer not null',
    'rows_total integer',
    // JSON array of persona ids whose answers are not in it.
    'withheld text not null',
    'failure text',
    'finished_at BIG',
    'expires_at BIG',
    // 1 while pieces lie there that nobody can have any more; they go a few at a time.
    'has_litter integer not null check (has_litter in (0, 1))',
    'primary key (workspace_id, id)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
    'foreign key (workspace_id, wave_id, programme_id) references wave (workspace_id, id, programme_id)',
    "check (what = 'figures' or format <> 'json')",
    "check (what = 'rows' or format in ('json', 'csv', 'xlsx'))",
    "check ((state in ('done', 'expired')) = (expires_at is not null))",
    "check (state <> 'running' or (lease_until is not null and begun_at is not null))",
  ]);
  // One at a time in a workspace, whichever process begins it.
  await createIndex(step, 'export_running', "export_job (workspace_id) where state = 'running'", true);
  await createIndex(
    step,
    'export_waiting',
    "export_job (ordered_at) where state in ('queued', 'running', 'done')",
  );
  await createIndex(step, 'export_litter', 'export_job (workspace_id, id) where has_litter = 1');
}

async function createFiles(step: Step): Promise<void> {
  await createTable(step, 'export_file', [
    inWorkspace,
    'export_id text not null',
    'number integer not null',
    'name text not null',
    'rows integer not null',
    'size BIG not null',
    // Of the whole file, in hexadecimal digits.
    'sha256 text not null check (length(sha256) = 64)',
    'pieces integer not null',
    'primary key (workspace_id, export_id, number)',
    'unique (workspace_id, export_id, name)',
    'foreign key (workspace_id, export_id) references export_job (workspace_id, id)',
  ]);
  // Each piece is packed by itself, so that one is in memory at a time.
  await createTable(step, 'export_piece', [
    inWorkspace,
    'export_id text not null',
    'attempt integer not null',
    'file integer not null',
    'position integer not null',
    'bytes BYTES not null',
    'primary key (workspace_id, export_id, attempt, file, position)',
    'foreign key (workspace_id, export_id) references export_job (workspace_id, id)',
  ]);
}
