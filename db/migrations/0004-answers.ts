import { createIndex, createTable, freeze, inWorkspace, type Step } from './kit.ts';

/** What came back: responses and answers under the persona that was asked, their tally, and what has no persona yet. */
export async function up(step: Step): Promise<void> {
  await createTable(step, 'response', [
    inWorkspace,
    'id text not null',
    'wave_id text not null',
    'persona_id text not null',
    'survey_version_id text not null',
    "source text not null check (source in ('invited', 'imported'))",
    'invitation_id text',
    'import_id text',
    'persona_at_invite text',
    'role_assignment_id text',
    'person_id text',
    'account_id text',
    "confidentiality text not null check (confidentiality in ('attributed', 'confidential', 'unlinkable'))",
    'language text not null',
    'submit_id text not null',
    'answered_at BIG not null',
    'received_at BIG not null',
    'primary key (workspace_id, id)',
    'unique (workspace_id, submit_id)',
    'unique (workspace_id, invitation_id)',
    'unique (workspace_id, id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, wave_id, persona_id, survey_version_id) references wave_lane (workspace_id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, invitation_id, wave_id, persona_id, survey_version_id) references invitation (workspace_id, id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, account_id) references account (workspace_id, id)',
    'foreign key (workspace_id, person_id) references person (workspace_id, id)',
    // An unlinkable answer keeps no way back to its invitation.
    "check ((source = 'invited' and confidentiality <> 'unlinkable') = (invitation_id is not null))",
    "check ((source = 'imported') = (import_id is not null))",
  ]);
  await freeze(step, 'response');
  await createIndex(
    step,
    'response_by_lane',
    'response (workspace_id, wave_id, persona_id, answered_at, id)',
  );
  await createIndex(step, 'response_by_account', 'response (workspace_id, account_id)');
  await createTable(step, 'answer', [
    inWorkspace,
    'response_id text not null',
    'question_key text not null',
    'wave_id text not null',
    'persona_id text not null',
    'survey_version_id text not null',
    'score integer',
    'choices text',
    'verbatim text',
    'primary key (workspace_id, response_id, question_key)',
    'foreign key (workspace_id, response_id, wave_id, persona_id, survey_version_id) references response (workspace_id, id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, survey_version_id, question_key) references question (workspace_id, survey_version_id, question_key)',
    'check (score is null or score between 0 and 10)',
    'check (score is not null or choices is not null or verbatim is not null)',
  ]);
  await freeze(step, 'answer');
  await createIndex(
    step,
    'answer_by_lane',
    'answer (workspace_id, wave_id, persona_id, question_key, response_id)',
  );
  // How many people of one persona gave one value at one account: what every figure is computed from.
  await createTable(step, 'answer_tally', [
    inWorkspace,
    'wave_id text not null',
    'persona_id text not null',
    'survey_version_id text not null',
    'question_key text not null',
    'account_id text not null',
    'value text not null',
    'people integer not null check (people >= 0)',
    'primary key (workspace_id, wave_id, persona_id, question_key, account_id, value)',
    'foreign key (workspace_id, wave_id, persona_id, survey_version_id) references wave_lane (workspace_id, wave_id, persona_id, survey_version_id)',
  ]);
  // Answers without a confirmed role: kept, readable and countable, never in a statistic.
  await createTable(step, 'unplaced_answer', [
    inWorkspace,
    'id text not null',
    'import_id text not null',
    'wave_id text not null',
    'line integer not null',
    'submit_id text not null',
    'code text not null',
    'reason text not null',
    'word text not null',
    'word_key text not null',
    'cells text not null',
    'search_key text not null',
    'created_at BIG not null',
    'primary key (workspace_id, id)',
    'unique (workspace_id, import_id, line)',
    'unique (workspace_id, submit_id)',
    'foreign key (workspace_id, import_id) references import_run (workspace_id, id)',
    'foreign key (workspace_id, wave_id) references wave (workspace_id, id)',
  ]);
  await createIndex(step, 'unplaced_by_word', 'unplaced_answer (workspace_id, wave_id, word_key)');
}
