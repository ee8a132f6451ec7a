import { createTable, inWorkspace, type Step } from './kit.ts';

/**
 * What a respondent's answers add to the counters waits here, written in the commit that keeps them, until it is added:
 * one row that is appended costs a commit far less than a counter for each account and value.
 */
export async function up(step: Step): Promise<void> {
  await createTable(
    step,
    'waiting_count',
    [
      inWorkspace,
      'wave_id text not null',
      'persona_id text not null',
      'survey_version_id text not null',
      'response_id text not null',
      'account_id text not null',
      'counts text not null',
      'primary key (workspace_id, wave_id, persona_id, response_id)',
      'foreign key (workspace_id, response_id, wave_id, persona_id, survey_version_id) references response (workspace_id, id, wave_id, persona_id, survey_version_id)',
    ],
    { unordered: true },
  );
}
