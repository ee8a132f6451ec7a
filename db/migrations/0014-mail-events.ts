import { sql } from 'kysely';
import { createIndex, createTable, inWorkspace, type Step } from './kit.ts';

/** What comes back: events of mails, what they made of each message, and the mails of the house that tell of it. */
export async function up(step: Step): Promise<void> {
  await createEvents(step);
  await addOutcomes(step);
  await createNotices(step);
}

async function createEvents(step: Step): Promise<void> {
  // Kept before anybody knows whose mail it is about, so its key is what the sender of the event called it.
  await createTable(step, 'mail_event', [
    "provider text not null check (provider in ('mail', 'ses', 'sendgrid', 'mailgun', 'postmark'))",
    'event_id text not null',
    "kind text not null check (kind in ('delivered', 'delayed', 'soft_bounce', 'hard_bounce', 'complaint', 'reply'))",
    // RFC 3463, such as 5.1.1; null where nobody said.
    'status text',
    'detail text not null',
    'occurred_at BIG not null',
    'received_at BIG not null',
    // By what its message is known: our own id, proven by a signature; a Message-ID; the provider's id.
    'about_id text',
    'about_message_id text',
    'about_provider_id text',
    "state text not null check (state in ('waiting', 'matched', 'unmatched'))",
    'tries integer not null',
    'next_at BIG not null',
    'settled_at BIG',
    'workspace_id text references workspace (id)',
    'message_id text',
    'primary key (provider, event_id)',
    'foreign key (workspace_id, message_id) references outbound_message (workspace_id, id)',
    "check ((state = 'matched') = (message_id is not null))",
    'check ((workspace_id is null) = (message_id is null))',
  ]);
  await createIndex(step, 'event_due', "mail_event (next_at) where state = 'waiting'");
  await createIndex(step, 'event_unmatched', "mail_event (received_at) where state = 'unmatched'");
  await createIndex(step, 'event_by_message', 'mail_event (workspace_id, message_id)');
  await createIndex(step, 'event_newest', 'mail_event (provider, received_at)');
  // A signature that covers a token and not the event is good once: these were seen.
  await createTable(step, 'mail_event_token', ['token_hash text primary key', 'seen_at BIG not null']);
}

async function addOutcomes(step: Step): Promise<void> {
  const { db } = step;
  const big = step.engine === 'sqlite' ? 'integer' : 'bigint';
  await sql
    .raw(
      "alter table outbound_message add column outcome text check (outcome in ('delayed', 'delivered', 'soft_bounce', 'hard_bounce', 'complaint'))",
    )
    .execute(db);
  await sql.raw(`alter table outbound_message add column outcome_at ${big}`).execute(db);
  await sql.raw('alter table outbound_message add column outcome_detail text').execute(db);
  await createIndex(
    step,
    'message_by_provider',
    'outbound_message (provider_id) where provider_id is not null',
  );
  await createIndex(
    step,
    'message_told',
    "outbound_message (workspace_id, id) where outcome is not null and state = 'in_doubt'",
  );
  // What came back in each wave, counted by message; `looked_` is what the last look at the limits counted.
  await createTable(step, 'wave_return', [
    inWorkspace,
    'wave_id text not null',
    'hard_bounces integer not null',
    'complaints integer not null',
    'looked_bounces integer not null',
    'looked_complaints integer not null',
    // What it was at when the limits stopped the wave last.
    'stopped_bounces integer not null',
    'stopped_complaints integer not null',
    'stopped_at BIG',
    'stopped_why text',
    'primary key (workspace_id, wave_id)',
    'foreign key (workspace_id, wave_id) references wave (workspace_id, id)',
    'check ((stopped_at is null) = (stopped_why is null))',
  ]);
  await createIndex(
    step,
    'return_to_look_at',
    'wave_return (workspace_id, wave_id) where hard_bounces <> looked_bounces or complaints <> looked_complaints',
  );
}

/** Mails that ask nobody: word to a member, and what somebody wrote back, passed on. */
async function createNotices(step: Step): Promise<void> {
  await createTable(step, 'notice', [
    inWorkspace,
    'id text not null',
    "kind text not null check (kind in ('bounced', 'left', 'stopped', 'reply'))",
    // What it is about; each thing is told once.
    'about text not null',
    // The message that a reply was written to.
    'message_id text',
    'to_name text not null',
    'to_address text not null',
    'subject text not null',
    'body text not null',
    // A reply as it goes on, sealed: it may quote a letter with its link.
    'bytes BYTES',
    "state text not null check (state in ('queued', 'claimed', 'committed_to_send', 'sent', 'failed'))",
    'attempts integer not null',
    'next_at BIG not null',
    'fence integer not null',
    'lease_until BIG',
    'resent integer not null check (resent in (0, 1))',
    'reason text',
    'created_at BIG not null',
    'settled_at BIG',
    'primary key (workspace_id, id)',
    'unique (workspace_id, kind, about)',
    'foreign key (workspace_id, message_id) references outbound_message (workspace_id, id)',
  ]);
  await createIndex(
    step,
    'notice_by_message',
    'notice (workspace_id, message_id) where message_id is not null',
  );
  await createIndex(step, 'notice_due', "notice (next_at) where state = 'queued'");
  await createIndex(
    step,
    'notice_leased',
    "notice (lease_until) where state in ('claimed', 'committed_to_send')",
  );
  // Whoever left before this was told of nobody, and it is late for that now.
  const big = step.engine === 'sqlite' ? 'integer' : 'bigint';
  await sql.raw(`alter table role_correction add column told_at ${big}`).execute(step.db);
  await sql.raw('update role_correction set told_at = at').execute(step.db);
  await createIndex(
    step,
    'correction_to_tell',
    "role_correction (at) where said = 'left' and told_at is null",
  );
}
