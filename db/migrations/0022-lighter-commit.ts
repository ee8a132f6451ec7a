import { sql } from 'kysely';
import { createIndex, createTable, rebuildTable, type Step } from './kit.ts';

/**
 * What a commit that keeps answers writes, made smaller; nothing that was refused is let in.
 * - An answer's key leads with its lane, as everything that reads answers does, so that it needs no second index. A
 *   response has one lane, by composite key, so lane, question and response are as unique as question and response.
 * - A second page of an invitation is refused by its invitation; pages are told apart by their ids where there is none.
 * - Workspaces are implied: a response goes to a lane and an answer to a response, by keys that lead with them.
 * - The counters get one row from a commit for each lane, not one for each response.
 */
export async function up(step: Step): Promise<void> {
  if (step.engine === 'sqlite') await rebuild(step);
  else await alter(step);
  await createIndex(
    step,
    'response_by_submit',
    'response (workspace_id, submit_id) where invitation_id is null',
    true,
  );
  await countByCommit(step);
}

async function rebuild(step: Step): Promise<void> {
  await rebuildTable(step, 'response', RESPONSE);
  await rebuildTable(step, 'answer', ANSWER, { leave: ['answer_by_lane'] });
}

/** PostgreSQL names a constraint after its table and columns. */
async function alter({ db }: Step): Promise<void> {
  await sql`alter table response drop constraint response_workspace_id_submit_id_key`.execute(db);
  await sql`alter table response drop constraint response_workspace_id_fkey`.execute(db);
  await sql`alter table answer drop constraint answer_workspace_id_fkey`.execute(db);
  await sql`alter table answer drop constraint answer_pkey`.execute(db);
  await sql.raw(`alter table answer add ${ANSWER_KEY}`).execute(db);
  await sql`drop index answer_by_lane`.execute(db);
}

const OF_NO_INVITATION = [
  "check ((source = 'invited' and confidentiality <> 'unlinkable') = (invitation_id is not null))",
  "check ((source = 'imported') = (import_id is not null))",
  "check (source <> 'invited' or confidentiality <> 'unlinkable' or (person_id is null and role_assignment_id is null and account_id is null and persona_at_invite is null))",
];

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
  'primary key (workspace_id, id)',
  'unique (workspace_id, invitation_id)',
  'unique (workspace_id, id, wave_id, persona_id, survey_version_id)',
  'foreign key (workspace_id, wave_id, persona_id, survey_version_id) references wave_lane (workspace_id, wave_id, persona_id, survey_version_id)',
  'foreign key (workspace_id, invitation_id, wave_id, persona_id, survey_version_id) references invitation (workspace_id, id, wave_id, persona_id, survey_version_id)',
  'foreign key (workspace_id, account_id) references account (workspace_id, id)',
  'foreign key (workspace_id, person_id) references person (workspace_id, id)',
  ...OF_NO_INVITATION,
];

const ANSWER_KEY = 'primary key (workspace_id, wave_id, persona_id, question_key, response_id)';

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
  ANSWER_KEY,
  'foreign key (workspace_id, response_id, wave_id, persona_id, survey_version_id) references response (workspace_id, id, wave_id, persona_id, survey_version_id)',
  'foreign key (workspace_id, survey_version_id, question_key) references question (workspace_id, survey_version_id, question_key)',
  'check (score is null or score between 0 and 10)',
  'check (score is not null or choices is not null or verbatim is not null)',
];

interface WaitingRow {
  workspace_id: string;
  wave_id: string;
  persona_id: string;
  survey_version_id: string;
  response_id: string;
  account_id: string;
  counts: string;
}

/** What waits at this moment, at most some seconds' answers, goes on waiting. */
async function countByCommit(step: Step): Promise<void> {
  const waiting = (await step.db.selectFrom('waiting_count').selectAll().execute()) as WaitingRow[];
  await step.db.schema.dropTable('waiting_count').execute();
  await createTable(
    step,
    'waiting_count',
    [
      'workspace_id text not null',
      'wave_id text not null',
      'persona_id text not null',
      'survey_version_id text not null',
      'id text not null',
      'responses integer not null check (responses > 0)',
      'counts text not null',
      'primary key (workspace_id, wave_id, persona_id, id)',
      'foreign key (workspace_id, wave_id, persona_id, survey_version_id) references wave_lane (workspace_id, wave_id, persona_id, survey_version_id)',
    ],
    { unordered: true },
  );
  for (const { response_id, account_id, counts, ...lane } of waiting)
    await step.db
      .insertInto('waiting_count')
      .values({ ...lane, id: response_id, responses: 1, counts: cellsOf(account_id, counts) })
      .execute();
}

function cellsOf(account: string, counts: string): string {
  const answers = JSON.parse(counts) as [string, string[]][];
  return JSON.stringify(answers.flatMap(([key, values]) => values.map((value) => [account, key, value, 1])));
}
