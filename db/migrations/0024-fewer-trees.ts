import { sql } from 'kysely';
import { rebuildTable, type Step } from './kit.ts';

/**
 * A response is kept under one key with its lane in it instead of two, and SQLite keeps an answer where its key is: each
 * tree less is a page less to write durably with every commit. A response's id is drawn at random, so it needs no key of
 * its own to be the only one.
 */
export async function up(step: Step): Promise<void> {
  if (step.engine === 'postgres') {
    await sql`alter table response drop constraint response_pkey`.execute(step.db);
    return;
  }
  await rebuildTable(step, 'response', RESPONSE);
  await rebuildTable(step, 'answer', ANSWER, { unordered: true });
}

const RESPONSE = [
  'workspace_id text not null',
  'id text not null',
  'wave_id text not null',
  'persona_id text not null',
  'survey_version_id text not null',
  "source text not null check (source in ('invited', 'imported', 'self_declared', 'link'))",
  'invitation_id text',
  'import_id text',
  // What was held until a member released it.
  'held_id text',
  'persona_at_invite text',
  'role_assignment_id text',
  'person_id text',
  'account_id text',
  "confidentiality text not null check (confidentiality in ('attributed', 'confidential', 'unlinkable'))",
  'language text not null',
  'submit_id text not null',
  'answered_at BIG not null',
  'received_at BIG not null',
  'unique (workspace_id, id, wave_id, persona_id, survey_version_id)',
  'unique (workspace_id, invitation_id)',
  'foreign key (workspace_id, wave_id, persona_id, survey_version_id) references wave_lane (workspace_id, wave_id, persona_id, survey_version_id)',
  'foreign key (workspace_id, invitation_id, wave_id, persona_id, survey_version_id) references invitation (workspace_id, id, wave_id, persona_id, survey_version_id)',
  'foreign key (workspace_id, account_id) references account (workspace_id, id)',
  'foreign key (workspace_id, person_id) references person (workspace_id, id)',
  "check ((source = 'invited' and confidentiality <> 'unlinkable') = (invitation_id is not null))",
  "check ((source = 'imported') = (import_id is not null))",
  "check (source <> 'invited' or confidentiality <> 'unlinkable' or (person_id is null and role_assignment_id is null and account_id is null and persona_at_invite is null))",
];

const ANSWER = [
  'workspace_id text not null',
  'response_id text not null',
  'question_key text not null',
  'wave_id text not null',
  'persona_id text not null',
  'survey_version_id text not null',
  'score integer',
  'choices text',
  'verbatim text',
  'primary key (workspace_id, wave_id, persona_id, question_key, response_id)',
  'foreign key (workspace_id, response_id, wave_id, persona_id, survey_version_id) references response (workspace_id, id, wave_id, persona_id, survey_version_id)',
  'foreign key (workspace_id, survey_version_id, question_key) references question (workspace_id, survey_version_id, question_key)',
  'check (score is null or score between 0 and 10)',
  'check (score is not null or choices is not null or verbatim is not null)',
];
