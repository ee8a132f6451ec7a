import { createIndex, createTable, inWorkspace, type Step } from './kit.ts';

/**
 * Webhooks out: what happened is written down in the transaction in which it happens, with one delivery for each address
 * that wants to hear of it.
 */
export async function up(step: Step): Promise<void> {
  await createEndpoints(step);
  await createEvents(step);
  await createDeliveries(step);
}

async function createEndpoints(step: Step): Promise<void> {
  await createTable(step, 'hook_endpoint', [
    inWorkspace,
    'id text not null',
    // Sealed: the address of a chat's webhook is its password.
    'url BYTES not null',
    'host text not null',
    'description text not null',
    // A JSON array.
    'kinds text not null',
    "format text not null check (format in ('standard', 'slack'))",
    'carries_names integer not null check (carries_names in (0, 1))',
    // Sealed; two live ones while a receiver changes over.
    'secret BYTES',
    'former_secret BYTES',
    'former_until BIG',
    "state text not null check (state in ('on', 'off', 'disabled'))",
    'disabled_why text',
    'failing_since BIG',
    // What happened before is none of its business.
    'since BIG not null',
    'created_by text not null',
    'created_at BIG not null',
    'primary key (workspace_id, id)',
    "check ((format = 'standard') = (secret is not null))",
    'check ((former_secret is null) = (former_until is null))',
    "check ((state = 'disabled') = (disabled_why is not null))",
  ]);
}

async function createEvents(step: Step): Promise<void> {
  await createTable(step, 'hook_event', [
    inWorkspace,
    'id text not null',
    'kind text not null',
    // What it happened to: each thing happens once.
    'subject text not null',
    'persona_id text',
    'at BIG not null',
    // JSON without names of people and accounts and without their words, and JSON with them.
    'data text not null',
    'named_data text not null',
    'primary key (workspace_id, id)',
    'unique (workspace_id, kind, subject)',
    'foreign key (workspace_id, persona_id) references persona (workspace_id, id)',
  ]);
  await createIndex(step, 'hook_event_by_time', 'hook_event (at)');
}

async function createDeliveries(step: Step): Promise<void> {
  await createTable(step, 'hook_delivery', [
    inWorkspace,
    'endpoint_id text not null',
    'event_id text not null',
    "state text not null check (state in ('waiting', 'claimed', 'delivered', 'given_up'))",
    'attempts integer not null',
    'next_at BIG not null',
    'lease_until BIG',
    'fence integer not null',
    'last_status integer',
    'last_reason text',
    'took_ms integer',
    'settled_at BIG',
    'primary key (workspace_id, endpoint_id, event_id)',
    'foreign key (workspace_id, endpoint_id) references hook_endpoint (workspace_id, id)',
    'foreign key (workspace_id, event_id) references hook_event (workspace_id, id)',
    "check ((state in ('waiting', 'claimed')) = (settled_at is null))",
    "check ((state = 'claimed') = (lease_until is not null))",
  ]);
  await createIndex(
    step,
    'hook_delivery_open',
    'hook_delivery (workspace_id, endpoint_id, event_id) where settled_at is null',
  );
  await createIndex(step, 'hook_delivery_by_event', 'hook_delivery (workspace_id, event_id)');
}
