import { sql } from 'kysely';
import { createIndex, createTable, inWorkspace, type Step } from './kit.ts';

/** When people may be asked and how often, and a wave that can be put off, held up and reminded of. */
export async function up(step: Step): Promise<void> {
  await createTable(step, 'asking_rule', [
    inWorkspace,
    'rest_days integer not null check (rest_days >= 30)',
    'role_rest_days integer not null check (role_rest_days >= 30)',
    'account_week integer check (account_week > 0)',
    'hours_from integer not null check (hours_from between 0 and 1439)',
    'hours_to integer not null check (hours_to between 1 and 1440 and hours_to > hours_from)',
    'weekdays text not null',
    'quiet_days text not null',
    'time_zone text not null',
    'updated_at BIG not null',
    'primary key (workspace_id)',
  ]);
  await changeWaves(step);
  await changeMessages(step);
  await createIndex(step, 'invitation_by_account', 'invitation (workspace_id, account_id)');
}

async function changeWaves(step: Step): Promise<void> {
  const big = step.engine === 'sqlite' ? 'integer' : 'bigint';
  for (const column of [
    `send_at ${big}`,
    'in_hours integer not null default 0 check (in_hours in (0, 1))',
    `started_at ${big}`,
    `paused_at ${big}`,
    "paused_why text check (paused_why in ('member', 'late', 'bounces', 'complaints', 'refused'))",
    'paused_by text',
    'reminders integer not null default 0 check (reminders between 0 and 2)',
    'remind_after_days integer not null default 5 check (remind_after_days between 2 and 60)',
    // Up to when each reminder was looked for: whoever was written to before is not looked at again.
    `reminded_first ${big} not null default 0`,
    `reminded_second ${big} not null default 0`,
  ])
    await sql.raw(`alter table wave add column ${column}`).execute(step.db);
  await sql`update wave set started_at = sent_at where kind = 'asked' and sent_at is not null`.execute(
    step.db,
  );
}

/** A message knows its wave, so that a wave that is held up costs the sender nothing. */
async function changeMessages(step: Step): Promise<void> {
  const { db } = step;
  await sql`alter table outbound_message add column wave_id text not null default ''`.execute(db);
  await sql`
    update outbound_message set wave_id = (
      select i.wave_id from invitation i
      where i.workspace_id = outbound_message.workspace_id and i.id = outbound_message.invitation_id
    )
  `.execute(db);
  // A letter with a renewed link is a first letter over again; reminders are counted apart from it.
  await sql`update outbound_message set kind = 'invitation' where kind = 'reminder'`.execute(db);
  await sql`drop index message_due`.execute(db);
  await createIndex(
    step,
    'message_due',
    "outbound_message (workspace_id, wave_id, next_at) where state in ('queued', 'deferred')",
  );
  await createIndex(
    step,
    'message_accepted',
    "outbound_message (workspace_id, wave_id, settled_at) where state = 'accepted'",
  );
}
