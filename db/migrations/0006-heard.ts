import { sql } from 'kysely';
import { createTable, inWorkspace, type Step } from './kit.ts';

/** How many answered in each lane, counted as they answer: pages must not count responses again on each visit. */
export async function up(step: Step): Promise<void> {
  await createTable(step, 'lane_heard', [
    inWorkspace,
    'wave_id text not null',
    'persona_id text not null',
    'survey_version_id text not null',
    'responses integer not null check (responses >= 0)',
    'primary key (workspace_id, wave_id, persona_id)',
    'foreign key (workspace_id, wave_id, persona_id, survey_version_id) references wave_lane (workspace_id, wave_id, persona_id, survey_version_id)',
  ]);
  await sql`
    insert into lane_heard (workspace_id, wave_id, persona_id, survey_version_id, responses)
    select workspace_id, wave_id, persona_id, survey_version_id, count(*) from response
    group by workspace_id, wave_id, persona_id, survey_version_id
  `.execute(step.db);
}
