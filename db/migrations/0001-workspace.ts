import { createIndex, createTable, freeze, inWorkspace, type Step } from './kit.ts';

/** Workspaces, the members who sign in, and what is written about their acts. */
export async function up(step: Step): Promise<void> {
  await createTable(step, 'workspace', [
    'id text primary key',
    "name text not null check (name <> '')",
    // Thresholds may only be made stricter than the house's (DOMAIN 8.9), whoever writes them.
    'show_answers integer not null check (show_answers >= 5)',
    'show_accounts integer not null check (show_accounts >= 3)',
    'compare_answers integer not null check (compare_answers >= 8)',
    'role_review_days integer not null check (role_review_days between 1 and 180)',
    'created_at BIG not null',
  ]);
  await createTable(step, 'member', [
    inWorkspace,
    'id text not null',
    'email text not null',
    'email_key text not null',
    'name text not null',
    "permission text not null check (permission in ('admin', 'cx', 'executive'))",
    'password_hash text',
    'created_at BIG not null',
    'disabled_at BIG',
    'primary key (workspace_id, id)',
    'unique (workspace_id, email_key)',
  ]);
  await createIndex(step, 'member_by_email', 'member (email_key)');
  await createTable(step, 'session', [
    'token_hash text primary key',
    inWorkspace,
    'member_id text not null',
    'created_at BIG not null',
    'seen_at BIG not null',
    'expires_at BIG not null',
    'foreign key (workspace_id, member_id) references member (workspace_id, id)',
  ]);
  await createIndex(step, 'session_by_member', 'session (workspace_id, member_id)');
  await createTable(step, 'member_link', [
    'token_hash text primary key',
    inWorkspace,
    'member_id text not null',
    "kind text not null check (kind in ('welcome', 'reset'))",
    'created_at BIG not null',
    'expires_at BIG not null',
    'used_at BIG',
    'foreign key (workspace_id, member_id) references member (workspace_id, id)',
  ]);
  await createTable(step, 'sign_in_throttle', [
    'throttle_key text primary key',
    'failures integer not null',
    'next_at BIG not null',
    'updated_at BIG not null',
  ]);
  await createTable(step, 'api_key', [
    inWorkspace,
    'id text not null',
    'name text not null',
    'token_hash text not null unique',
    'scopes text not null',
    'created_by text not null',
    'created_at BIG not null',
    'used_at BIG',
    'revoked_at BIG',
    'primary key (workspace_id, id)',
    'foreign key (workspace_id, created_by) references member (workspace_id, id)',
  ]);
  await createTable(step, 'idempotency_key', [
    inWorkspace,
    'idempotency_key text not null',
    'request_hash text not null',
    'status integer',
    'body text',
    'created_at BIG not null',
    'primary key (workspace_id, idempotency_key)',
  ]);
  await createTable(step, 'audit_entry', [
    inWorkspace,
    'id text not null',
    'at BIG not null',
    'actor text not null',
    'act text not null',
    'subject text not null',
    'detail text not null',
    'primary key (workspace_id, id)',
  ]);
  await freeze(step, 'audit_entry');
  await createTable(step, 'refusal', [
    inWorkspace,
    'id text not null',
    'at BIG not null',
    'actor text not null',
    'code text not null',
    'asked text not null',
    'primary key (workspace_id, id)',
  ]);
  await freeze(step, 'refusal');
  await createTable(step, 'mailbox_message', [
    inWorkspace,
    'id text not null',
    'received_at BIG not null',
    'mail_from text not null',
    'rcpt_to text not null',
    'subject text not null',
    'bytes BYTES not null',
    'primary key (workspace_id, id)',
  ]);
}
