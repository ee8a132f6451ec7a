import { createIndex, createTable, freeze, inWorkspace, type Step } from './kit.ts';

/**
 * From the purpose to the message. `persona_id` travels survey -> version -> lane of a wave -> invitation ->
 * response -> answer by composite foreign keys, so no row can be asked or answered under another persona.
 */
export async function up(step: Step): Promise<void> {
  await createSurveys(step);
  await createWaves(step);
  await createMessages(step);
}

async function createSurveys(step: Step): Promise<void> {
  await createTable(step, 'purpose', [
    inWorkspace,
    'id text not null',
    'programme_id text not null',
    'persona_id text not null',
    'unknown text not null',
    'decision text not null',
    'decider text not null',
    'decide_on text not null',
    'change_rule text not null',
    "rule_bound text check (rule_bound in ('lower', 'upper'))",
    "rule_side text check (rule_side in ('above', 'below'))",
    'rule_threshold integer check (rule_threshold between -100 and 100)',
    'promise text not null',
    'promise_on text not null',
    'created_at BIG not null',
    'updated_at BIG not null',
    'primary key (workspace_id, id)',
    'unique (workspace_id, id, programme_id, persona_id)',
    'unique (workspace_id, programme_id, persona_id)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
    'foreign key (workspace_id, persona_id) references persona (workspace_id, id)',
  ]);
  await createTable(step, 'survey', [
    inWorkspace,
    'id text not null',
    'programme_id text not null',
    'persona_id text not null',
    'name text not null',
    'language text not null',
    'draft text not null',
    'revision integer not null',
    'created_at BIG not null',
    'updated_at BIG not null',
    'primary key (workspace_id, id)',
    'unique (workspace_id, id, programme_id, persona_id)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
    'foreign key (workspace_id, persona_id) references persona (workspace_id, id)',
  ]);
  await freeze(step, 'survey', ['workspace_id', 'id', 'programme_id', 'persona_id']);
  await createTable(step, 'survey_version', [
    inWorkspace,
    'id text not null',
    'survey_id text not null',
    'programme_id text not null',
    'persona_id text not null',
    'number integer not null',
    'definition text not null',
    'published_by text not null',
    'published_at BIG not null',
    'primary key (workspace_id, id)',
    'unique (workspace_id, survey_id, number)',
    'unique (workspace_id, id, programme_id, persona_id)',
    'foreign key (workspace_id, survey_id, programme_id, persona_id) references survey (workspace_id, id, programme_id, persona_id)',
  ]);
  await freeze(step, 'survey_version');
  await createTable(step, 'question', [
    inWorkspace,
    'survey_version_id text not null',
    'question_key text not null',
    'position integer not null',
    "kind text not null check (kind in ('recommend', 'rating', 'single', 'multiple', 'text'))",
    "scale text not null check (scale in ('ltr_0_10', 'other_0_10', 'rating_1_5', 'rating_1_7', 'single', 'multiple', 'text'))",
    'concept text not null',
    'wording text not null',
    'wording_key text not null',
    'options text not null',
    'primary key (workspace_id, survey_version_id, question_key)',
    'foreign key (workspace_id, survey_version_id) references survey_version (workspace_id, id)',
    "check ((kind = 'recommend') = (scale in ('ltr_0_10', 'other_0_10')))",
  ]);
  await freeze(step, 'question');
}

async function createWaves(step: Step): Promise<void> {
  await createTable(step, 'wave', [
    inWorkspace,
    'id text not null',
    'programme_id text not null',
    "name text not null check (name <> '')",
    "state text not null check (state in ('draft', 'open', 'closed'))",
    'headline text',
    'headline_by text',
    'created_at BIG not null',
    'sent_at BIG',
    'closed_at BIG',
    'primary key (workspace_id, id)',
    'unique (workspace_id, id, programme_id)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
  ]);
  await createTable(step, 'wave_lane', [
    inWorkspace,
    'wave_id text not null',
    'programme_id text not null',
    'persona_id text not null',
    'survey_version_id text not null',
    'known_people integer check (known_people >= 0)',
    'chosen_response_id text',
    'primary key (workspace_id, wave_id, persona_id)',
    'unique (workspace_id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, wave_id, programme_id) references wave (workspace_id, id, programme_id)',
    'foreign key (workspace_id, survey_version_id, programme_id, persona_id) references survey_version (workspace_id, id, programme_id, persona_id)',
  ]);
  await createTable(step, 'invitation', [
    inWorkspace,
    'id text not null',
    'wave_id text not null',
    'persona_id text not null',
    'survey_version_id text not null',
    'role_assignment_id text not null',
    'person_id text not null',
    'account_id text not null',
    'generation integer not null',
    'created_at BIG not null',
    'revoked_at BIG',
    'primary key (workspace_id, id)',
    'unique (workspace_id, wave_id, role_assignment_id)',
    'unique (workspace_id, id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, wave_id, persona_id, survey_version_id) references wave_lane (workspace_id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, role_assignment_id, persona_id, person_id, account_id) references role_assignment (workspace_id, id, persona_id, person_id, account_id)',
  ]);
  await freeze(step, 'invitation', [
    'workspace_id',
    'id',
    'wave_id',
    'persona_id',
    'survey_version_id',
    'role_assignment_id',
    'person_id',
    'account_id',
  ]);
  await createIndex(step, 'invitation_by_person', 'invitation (workspace_id, person_id)');
  await createIndex(step, 'invitation_by_lane', 'invitation (workspace_id, wave_id, persona_id)');
  // A directory apart, keyed by the hash alone: the one lookup that starts without a workspace.
  await createTable(step, 'link', [
    'token_hash text primary key',
    "kind text not null check (kind in ('answer', 'unsubscribe'))",
    inWorkspace,
    'invitation_id text not null',
    'revoked_at BIG',
    'foreign key (workspace_id, invitation_id) references invitation (workspace_id, id)',
  ]);
  await createIndex(step, 'link_by_invitation', 'link (workspace_id, invitation_id)');
}

async function createMessages(step: Step): Promise<void> {
  await createTable(step, 'outbound_message', [
    inWorkspace,
    'id text not null',
    'invitation_id text not null',
    "kind text not null check (kind in ('invitation', 'reminder', 'told_back'))",
    'ordinal integer not null',
    "state text not null check (state in ('queued', 'claimed', 'committed_to_send', 'accepted', 'deferred', 'failed', 'suppressed', 'in_doubt'))",
    'to_address text not null',
    'subject text not null',
    'message_id text not null',
    'bytes BYTES',
    'attempts integer not null',
    'next_at BIG not null',
    'fence integer not null',
    'lease_until BIG',
    'provider_id text',
    'reason text',
    'created_at BIG not null',
    'settled_at BIG',
    'primary key (workspace_id, id)',
    'unique (workspace_id, invitation_id, kind, ordinal)',
    'foreign key (workspace_id, invitation_id) references invitation (workspace_id, id)',
  ]);
  await createIndex(step, 'message_due', "outbound_message (next_at) where state in ('queued', 'deferred')");
  await createIndex(
    step,
    'message_leased',
    "outbound_message (lease_until) where state in ('claimed', 'committed_to_send')",
  );
  await createTable(step, 'suppression', [
    inWorkspace,
    'address_hash text not null',
    'domain text not null',
    "reason text not null check (reason in ('asked', 'complaint', 'bounce', 'member'))",
    'created_at BIG not null',
    'primary key (workspace_id, address_hash)',
  ]);
}
