import { createIndex, createTable, freeze, inWorkspace, type Step } from './kit.ts';

/** Personas, accounts, people, and the dated roles that join them. */
export async function up(step: Step): Promise<void> {
  await createTable(step, 'persona', [
    inWorkspace,
    'id text not null',
    "base text not null check (base in ('end_user', 'influencer', 'buyer', 'advocate'))",
    'name text not null',
    'plural text not null',
    'name_key text not null',
    'definition text not null',
    'question text not null',
    'position integer not null',
    'created_at BIG not null',
    'closed_at BIG',
    'primary key (workspace_id, id)',
    'unique (workspace_id, name_key)',
  ]);
  await freeze(step, 'persona', ['workspace_id', 'id', 'base']);
  await createTable(step, 'account', [
    inWorkspace,
    'id text not null',
    'external_id text',
    "name text not null check (name <> '')",
    'name_key text not null',
    'renewal_on text',
    'created_at BIG not null',
    'updated_at BIG not null',
    'primary key (workspace_id, id)',
  ]);
  await createIndex(
    step,
    'account_by_external',
    'account (workspace_id, external_id) where external_id is not null',
    true,
  );
  await createIndex(step, 'account_by_name', 'account (workspace_id, name_key, id)');
  await createTable(step, 'person', [
    inWorkspace,
    'id text not null',
    'external_id text',
    "name text not null check (name <> '')",
    'name_key text not null',
    'search_key text not null',
    'language text',
    'time_zone text',
    'created_at BIG not null',
    'updated_at BIG not null',
    'primary key (workspace_id, id)',
  ]);
  await createIndex(step, 'person_by_name', 'person (workspace_id, name_key, id)');
  await createIndex(
    step,
    'person_by_external',
    'person (workspace_id, external_id) where external_id is not null',
    true,
  );
  await createTable(step, 'person_address', [
    inWorkspace,
    'email_key text not null',
    'email text not null',
    'person_id text not null',
    'position integer not null',
    'created_at BIG not null',
    'primary key (workspace_id, email_key)',
    'foreign key (workspace_id, person_id) references person (workspace_id, id)',
  ]);
  await createIndex(step, 'address_by_person', 'person_address (workspace_id, person_id, position)');
  await createTable(step, 'employment', [
    inWorkspace,
    'id text not null',
    'person_id text not null',
    'account_id text not null',
    'title text',
    'title_key text',
    "source text not null check (source in ('self', 'csm', 'crm', 'import'))",
    'started_at BIG',
    'ended_at BIG',
    'created_at BIG not null',
    'primary key (workspace_id, id)',
    'foreign key (workspace_id, person_id) references person (workspace_id, id)',
    'foreign key (workspace_id, account_id) references account (workspace_id, id)',
  ]);
  await createIndex(
    step,
    'employment_open',
    'employment (workspace_id, person_id, account_id) where ended_at is null',
    true,
  );
  await createIndex(step, 'employment_by_account', 'employment (workspace_id, account_id)');
  await createIndex(
    step,
    'employment_by_title',
    'employment (workspace_id, title_key) where ended_at is null',
  );
  await createProgramme(step);
  await createTable(step, 'role_assignment', [
    inWorkspace,
    'id text not null',
    'person_id text not null',
    'account_id text not null',
    'programme_id text',
    'persona_id text not null',
    "source text not null check (source in ('self', 'csm', 'crm', 'import', 'title'))",
    'evidence text not null',
    'started_at BIG not null',
    'confirmed_at BIG',
    'confirmed_by text',
    'ended_at BIG',
    'end_reason text',
    'created_at BIG not null',
    'primary key (workspace_id, id)',
    'unique (workspace_id, id, persona_id, person_id, account_id)',
    'foreign key (workspace_id, person_id) references person (workspace_id, id)',
    'foreign key (workspace_id, account_id) references account (workspace_id, id)',
    'foreign key (workspace_id, persona_id) references persona (workspace_id, id)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
    'check (ended_at is null or ended_at >= started_at)',
  ]);
  await freeze(step, 'role_assignment', [
    'workspace_id',
    'id',
    'person_id',
    'account_id',
    'programme_id',
    'persona_id',
    'source',
    'started_at',
  ]);
  await createIndex(
    step,
    'role_open',
    "role_assignment (workspace_id, person_id, account_id, persona_id, coalesce(programme_id, '')) where ended_at is null",
    true,
  );
  await createIndex(step, 'role_by_person', 'role_assignment (workspace_id, person_id)');
  await createIndex(step, 'role_by_account', 'role_assignment (workspace_id, account_id, persona_id)');
  await createIndex(
    step,
    'role_by_persona',
    'role_assignment (workspace_id, persona_id) where ended_at is null',
  );
  await createImports(step);
}

async function createProgramme(step: Step): Promise<void> {
  await createTable(step, 'programme', [
    inWorkspace,
    'id text not null',
    "name text not null check (name <> '')",
    "state text not null check (state in ('draft', 'live', 'paused', 'shut'))",
    "confidentiality text not null check (confidentiality in ('attributed', 'confidential', 'unlinkable'))",
    "origin text not null check (origin in ('asked', 'imported'))",
    'owner_id text not null',
    'sender_name text not null',
    'created_at BIG not null',
    'shut_at BIG',
    'shut_reason text',
    'primary key (workspace_id, id)',
    'foreign key (workspace_id, owner_id) references member (workspace_id, id)',
  ]);
}

async function createImports(step: Step): Promise<void> {
  await createTable(step, 'import_run', [
    inWorkspace,
    'id text not null',
    "kind text not null check (kind in ('people', 'answers'))",
    "state text not null check (state in ('mapping', 'checking', 'checked', 'queued', 'running', 'done', 'failed'))",
    'file_name text not null',
    'file_size integer not null',
    'choices text not null',
    'report text not null',
    'rows_read integer not null',
    'rows_total integer',
    'failure text',
    'created_by text not null',
    'created_at BIG not null',
    'finished_at BIG',
    'lease_until BIG',
    'primary key (workspace_id, id)',
    'foreign key (workspace_id, created_by) references member (workspace_id, id)',
  ]);
  await createTable(step, 'import_chunk', [
    inWorkspace,
    'import_id text not null',
    'position integer not null',
    'bytes BYTES not null',
    'primary key (workspace_id, import_id, position)',
    'foreign key (workspace_id, import_id) references import_run (workspace_id, id)',
  ]);
  await createTable(step, 'import_reject', [
    inWorkspace,
    'import_id text not null',
    'line integer not null',
    'code text not null',
    'reason text not null',
    'cells text not null',
    'primary key (workspace_id, import_id, line)',
    'foreign key (workspace_id, import_id) references import_run (workspace_id, id)',
  ]);
  await createTable(step, 'column_memory', [
    inWorkspace,
    'kind text not null',
    'header_key text not null',
    'target text not null',
    'updated_at BIG not null',
    'primary key (workspace_id, kind, header_key)',
  ]);
  await createTable(step, 'role_word', [
    inWorkspace,
    'word_key text not null',
    'word text not null',
    'persona_id text not null',
    'confirmed_by text not null',
    'confirmed_at BIG not null',
    'primary key (workspace_id, word_key)',
    'foreign key (workspace_id, persona_id) references persona (workspace_id, id)',
  ]);
}
