import { sql } from 'kysely';
import { createTable, inWorkspace, rebuildTable, type Step } from './kit.ts';

const KINDS =
  "'recommend', 'single', 'multiple', 'text', 'rating', 'csat', 'ces', 'ranking', 'matrix', 'number', 'date', 'statement', 'consent', 'role'";
const SCALES =
  "'ltr_0_10', 'other_0_10', 'csat_1_5', 'ces_1_7', 'rating_1_5', 'rating_1_7', 'single', 'multiple', 'ranking', 'matrix', 'number', 'date', 'text', 'consent', 'role', 'none'";

/** More kinds of question, texts in other languages, and who wrote a draft last. */
export async function up(step: Step): Promise<void> {
  await widenQuestions(step);
  await createTable(step, 'survey_translation', [
    inWorkspace,
    'survey_id text not null',
    "language text not null check (language <> '')",
    'texts text not null',
    'revision integer not null',
    'updated_at BIG not null',
    'updated_by text not null',
    'primary key (workspace_id, survey_id, language)',
    'foreign key (workspace_id, survey_id) references survey (workspace_id, id)',
  ]);
  await sql`alter table survey add column updated_by text`.execute(step.db);
}

async function widenQuestions(step: Step): Promise<void> {
  const { db, engine } = step;
  if (engine === 'sqlite') {
    await rebuildTable(step, 'question', [
      inWorkspace,
      'survey_version_id text not null',
      'question_key text not null',
      'position integer not null',
      `kind text not null check (kind in (${KINDS}))`,
      `scale text not null check (scale in (${SCALES}))`,
      'concept text not null',
      'wording text not null',
      'wording_key text not null',
      'options text not null',
      'primary key (workspace_id, survey_version_id, question_key)',
      'foreign key (workspace_id, survey_version_id) references survey_version (workspace_id, id)',
      "check ((kind = 'recommend') = (scale in ('ltr_0_10', 'other_0_10')))",
    ]);
    return;
  }
  await sql.raw('alter table question drop constraint question_kind_check').execute(db);
  await sql.raw('alter table question drop constraint question_scale_check').execute(db);
  await sql
    .raw(`alter table question add constraint question_kind_check check (kind in (${KINDS}))`)
    .execute(db);
  await sql
    .raw(`alter table question add constraint question_scale_check check (scale in (${SCALES}))`)
    .execute(db);
}
