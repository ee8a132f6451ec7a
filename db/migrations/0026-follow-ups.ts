import { sql } from 'kysely';
import { createIndex, createTable, freeze, inWorkspace, rebuildTable, type Step } from './kit.ts';

/**
 * What somebody promised to do about what one persona said: each is about ONE persona, has an owner and a day, and what
 * became of it stays readable. Rules open them, each of one persona and named.
 */
export async function up(step: Step): Promise<void> {
  await createRules(step);
  await createFollowUps(step);
  await createMembersOwn(step);
  await createIndex(step, 'correction_by_time', 'role_correction (workspace_id, at)');
  await allowMoreNotices(step);
}

async function createRules(step: Step): Promise<void> {
  await createTable(step, 'follow_up_rule', [
    inWorkspace,
    'id text not null',
    'programme_id text not null',
    'persona_id text not null',
    "kind text not null check (kind in ('score', 'choice', 'left', 'role_correction', 'silence'))",
    // A key means one question within one survey only.
    'survey_id text',
    'question_key text',
    'at_most integer check (at_most between 0 and 10)',
    'choice_key text',
    'silent_days integer check (silent_days > 0)',
    'renewal_days integer check (renewal_days > 0)',
    'what text not null',
    // Null: whoever owns the programme.
    'owner_id text',
    'hours integer not null check (hours > 0)',
    'is_on integer not null check (is_on in (0, 1))',
    // What came before is none of its business.
    'since BIG not null',
    'looked_until BIG not null',
    'created_at BIG not null',
    'primary key (workspace_id, id)',
    'unique (workspace_id, id, programme_id, persona_id)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
    'foreign key (workspace_id, persona_id) references persona (workspace_id, id)',
    'foreign key (workspace_id, survey_id) references survey (workspace_id, id)',
    'foreign key (workspace_id, owner_id) references member (workspace_id, id)',
    "check ((kind = 'score') = (at_most is not null))",
    "check ((kind = 'choice') = (choice_key is not null))",
    "check ((kind in ('score', 'choice')) = (question_key is not null and survey_id is not null))",
    "check ((kind = 'silence') = (silent_days is not null and renewal_days is not null))",
  ]);
  await createIndex(step, 'rule_by_programme', 'follow_up_rule (workspace_id, programme_id)');
}

async function createFollowUps(step: Step): Promise<void> {
  await createTable(step, 'follow_up', [
    inWorkspace,
    'id text not null',
    'programme_id text not null',
    'wave_id text',
    'persona_id text not null',
    'survey_version_id text',
    'account_id text',
    'person_id text',
    'response_id text',
    'invitation_id text',
    "came_from text not null check (came_from in ('hand', 'answer', 'lane', 'correction', 'silence'))",
    'rule_id text',
    // What the rule opened it for: it does so once, however often it looks.
    'about text',
    'what text not null',
    'owner_id text not null',
    'due_at BIG not null',
    "state text not null check (state in ('open', 'doing', 'done', 'declined'))",
    'because text',
    'outcome text',
    'opened_at BIG not null',
    'first_act_at BIG',
    'closed_at BIG',
    'told_at BIG',
    'revision integer not null',
    'primary key (workspace_id, id)',
    'unique (workspace_id, rule_id, about)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
    'foreign key (workspace_id, wave_id) references wave (workspace_id, id)',
    'foreign key (workspace_id, persona_id) references persona (workspace_id, id)',
    // A response of another persona fits in no row.
    'foreign key (workspace_id, response_id, wave_id, persona_id, survey_version_id) references response (workspace_id, id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, invitation_id) references invitation (workspace_id, id)',
    'foreign key (workspace_id, account_id) references account (workspace_id, id)',
    'foreign key (workspace_id, person_id) references person (workspace_id, id)',
    'foreign key (workspace_id, rule_id, programme_id, persona_id) references follow_up_rule (workspace_id, id, programme_id, persona_id)',
    'foreign key (workspace_id, owner_id) references member (workspace_id, id)',
    'check (response_id is null or (wave_id is not null and survey_version_id is not null))',
    'check ((rule_id is null) = (about is null))',
    "check ((state = 'declined') = (because is not null))",
    "check ((state = 'done') = (outcome is not null))",
    "check ((state in ('done', 'declined')) = (closed_at is not null))",
    // A lane is nobody.
    "check (came_from <> 'lane' or (person_id is null and account_id is null and response_id is null and invitation_id is null))",
  ]);
  const open = "where state in ('open', 'doing')";
  await createIndex(step, 'follow_up_due', `follow_up (workspace_id, due_at, id) ${open}`);
  await createIndex(step, 'follow_up_by_owner', `follow_up (workspace_id, owner_id, due_at) ${open}`);
  await createIndex(
    step,
    'follow_up_closed',
    'follow_up (workspace_id, closed_at, id) where closed_at is not null',
  );
  await createIndex(step, 'follow_up_by_persona', 'follow_up (workspace_id, persona_id, opened_at)');
  await createIndex(step, 'follow_up_by_person', 'follow_up (workspace_id, person_id)');
  await createIndex(step, 'follow_up_by_account', 'follow_up (workspace_id, account_id)');
  await createTable(step, 'follow_up_note', [
    inWorkspace,
    'id text not null',
    'follow_up_id text not null',
    'at BIG not null',
    'actor text not null',
    "kind text not null check (kind in ('opened', 'commented', 'reassigned', 'doing', 'done', 'declined', 'due_moved', 'told'))",
    'words text not null',
    'primary key (workspace_id, id)',
    'foreign key (workspace_id, follow_up_id) references follow_up (workspace_id, id)',
  ]);
  await createIndex(step, 'note_by_follow_up', 'follow_up_note (workspace_id, follow_up_id, id)');
  await freeze(step, 'follow_up_note');
}

async function createMembersOwn(step: Step): Promise<void> {
  await createTable(step, 'member_away', [
    inWorkspace,
    'id text not null',
    'member_id text not null',
    'deputy_id text not null',
    'from_day text not null',
    'to_day text not null',
    'created_at BIG not null',
    'primary key (workspace_id, id)',
    'foreign key (workspace_id, member_id) references member (workspace_id, id)',
    'foreign key (workspace_id, deputy_id) references member (workspace_id, id)',
    'check (member_id <> deputy_id)',
    'check (from_day <= to_day)',
  ]);
  await createIndex(step, 'away_by_member', 'member_away (workspace_id, member_id)');
  // Without a row the mail is on, and nobody looked yet.
  await createTable(step, 'queue_mail', [
    inWorkspace,
    'member_id text not null',
    'is_off integer not null check (is_off in (0, 1))',
    'looked_on text not null',
    'primary key (workspace_id, member_id)',
    'foreign key (workspace_id, member_id) references member (workspace_id, id)',
  ]);
}

// What members are mailed about from here on: their queue, a webhook that was disabled, an alert.
const KIND = "kind in ('bounced', 'left', 'stopped', 'reply', 'queue', 'webhook', 'alert')";

async function allowMoreNotices(step: Step): Promise<void> {
  if (step.engine === 'sqlite') return rebuildTable(step, 'notice', NOTICE);
  await sql`alter table notice drop constraint notice_kind_check`.execute(step.db);
  await sql.raw(`alter table notice add constraint notice_kind_check check (${KIND})`).execute(step.db);
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
  'primary key (workspace_id, id)',
  'unique (workspace_id, kind, about)',
  'foreign key (workspace_id, message_id) references outbound_message (workspace_id, id)',
];
