import { sql } from 'kysely';
import { createIndex, createTable, inWorkspace, type Step } from './kit.ts';

/**
 * Respondents hear what came of their answers: a letter for each wave and persona, whom it told, and until when that was
 * promised. What is owed holds the next wave up.
 */
export async function up(step: Step): Promise<void> {
  const { db } = step;
  // The day as it was promised when the wave was first sent: a purpose that is changed later moves no promise.
  await sql`alter table wave_lane add column promise_on text`.execute(db);
  await sql`alter table wave_lane add column told integer not null default 0 check (told >= 0)`.execute(db);
  // Looked up each time the sender takes messages up.
  await createIndex(step, 'lane_by_promise', 'wave_lane (workspace_id, programme_id, promise_on)');
  await sql`
    update wave_lane set promise_on = (
      select p.promise_on from purpose as p
      where p.workspace_id = wave_lane.workspace_id and p.programme_id = wave_lane.programme_id
        and p.persona_id = wave_lane.persona_id and p.promise_on <> ''
    )
    where exists (
      select 1 from wave as w
      where w.workspace_id = wave_lane.workspace_id and w.id = wave_lane.wave_id and w.sent_at is not null
    )
  `.execute(db);
  await sql`
    alter table asking_rule
    add column debt_percent integer not null default 25 check (debt_percent between 0 and 25)
  `.execute(db);
  // A lane is gone through in stretches, in the order of its invitations.
  await sql`drop index invitation_by_lane`.execute(db);
  await createIndex(step, 'invitation_by_lane', 'invitation (workspace_id, wave_id, persona_id, id)');
  await createTable(step, 'told_letter', [
    inWorkspace,
    'wave_id text not null',
    'persona_id text not null',
    // The first letter to a lane, and those to whoever answered since.
    'ordinal integer not null check (ordinal > 0)',
    'heard text not null',
    'will_do text not null',
    'will_not text not null',
    'to_silent integer not null check (to_silent in (0, 1))',
    'revision integer not null',
    'updated_by text not null',
    'updated_at BIG not null',
    'sent_by text',
    'sent_at BIG',
    // How far its mails are in the ledger: the last invitation looked at, and when all were.
    'queued_after text',
    'queued_at BIG',
    'primary key (workspace_id, wave_id, persona_id, ordinal)',
    'foreign key (workspace_id, wave_id, persona_id) references wave_lane (workspace_id, wave_id, persona_id)',
    'check ((sent_at is null) = (sent_by is null))',
    'check (queued_at is null or sent_at is not null)',
  ]);
  // Which waves have something to tell, of the few letters that wait at a time.
  await createIndex(
    step,
    'telling_due',
    "outbound_message (workspace_id, wave_id, next_at) where state in ('queued', 'deferred') and kind = 'told_back'",
  );
  await createTable(step, 'told_respondent', [
    inWorkspace,
    'invitation_id text not null',
    "way text not null check (way in ('letter', 'follow_up'))",
    'told_at BIG not null',
    'primary key (workspace_id, invitation_id)',
    'foreign key (workspace_id, invitation_id) references invitation (workspace_id, id)',
  ]);
}
