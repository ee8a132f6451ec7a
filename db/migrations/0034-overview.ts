import { sql } from 'kysely';
import { createIndex, createTable, inWorkspace, rebuildTable, type Step } from './kit.ts';

/** How the executive's page leaves the house: a link that ends, and a mail on Monday. */
export async function up(step: Step): Promise<void> {
  await createShares(step);
  await createTable(step, 'digest_mail', [
    inWorkspace,
    'member_id text not null',
    // Null: what the member's part in the workspace suggests.
    'is_on integer check (is_on in (0, 1))',
    // IANA name; null: as the workspace has it.
    'time_zone text',
    // ISO day of the Monday that was looked after last.
    'looked_on text not null',
    // A hash of what the last mail said, so that a week without news brings none.
    'last_said text',
    'primary key (workspace_id, member_id)',
    'foreign key (workspace_id, member_id) references member (workspace_id, id)',
  ]);
  await allowDigests(step);
}

async function createShares(step: Step): Promise<void> {
  await createTable(step, 'overview_share', [
    inWorkspace,
    'id text not null',
    'token_hash text not null',
    'wave_id text not null',
    // The wave that it is compared with; null: each persona with the wave before.
    'with_id text',
    'shows_names integer not null check (shows_names in (0, 1))',
    'made_by text not null',
    'made_at BIG not null',
    'expires_at BIG not null',
    'revoked_at BIG',
    'primary key (workspace_id, id)',
    'check (expires_at > made_at)',
    'foreign key (workspace_id, wave_id) references wave (workspace_id, id)',
    'foreign key (workspace_id, with_id) references wave (workspace_id, id)',
    'foreign key (workspace_id, made_by) references member (workspace_id, id)',
  ]);
  await createIndex(step, 'overview_share_token', 'overview_share (token_hash)', true);
  await createTable(step, 'overview_share_view', [
    inWorkspace,
    'share_id text not null',
    // The minute, in ms: views of one minute are one row.
    'at BIG not null',
    "client text not null check (client in ('computer', 'phone', 'program'))",
    'views integer not null check (views > 0)',
    'primary key (workspace_id, share_id, at, client)',
    'foreign key (workspace_id, share_id) references overview_share (workspace_id, id)',
  ]);
}

const KIND = "kind in ('bounced', 'left', 'stopped', 'reply', 'queue', 'webhook', 'alert', 'digest')";

/** A digest is laid out by itself, and says in its header how to end it. */
async function allowDigests(step: Step): Promise<void> {
  if (step.engine === 'sqlite') return rebuildTable(step, 'notice', NOTICE);
  await sql`alter table notice drop constraint notice_kind_check`.execute(step.db);
  await sql.raw(`alter table notice add constraint notice_kind_check check (${KIND})`).execute(step.db);
  await sql`alter table notice add column html text`.execute(step.db);
  await sql`alter table notice add column leave_url text`.execute(step.db);
}

const NOTICE = [
  inWorkspace,
  'id text not null',
  `kind text not null check (${KIND})`,
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
  // The same as the body where it is laid out; null: its paragraphs.
  'html text',
  'leave_url text',
  'primary key (workspace_id, id)',
  'unique (workspace_id, kind, about)',
  'foreign key (workspace_id, message_id) references outbound_message (workspace_id, id)',
];
