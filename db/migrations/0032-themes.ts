import { sql } from 'kysely';
import { createIndex, createTable, freeze, inWorkspace, rebuildTable, type Step } from './kit.ts';

/**
 * What people talk about: themes, and which text of which persona raises which. A tag joins a text of ONE persona in one
 * wave; what a machine suggested counts only once a person confirmed it. Follow-ups, their rules and decisions may name one.
 */
export async function up(step: Step): Promise<void> {
  await createThemes(step);
  await createTags(step);
  await createLinks(step);
  await allowThemeRules(step);
}

async function createThemes(step: Step): Promise<void> {
  await createTable(step, 'theme', [
    inWorkspace,
    'id text not null',
    "name text not null check (name <> '')",
    // The name as two of them are told apart.
    'name_key text not null',
    'definition text not null',
    'created_by text not null',
    'created_at BIG not null',
    'closed_at BIG',
    'merged_into text',
    'primary key (workspace_id, id)',
    'foreign key (workspace_id, merged_into) references theme (workspace_id, id)',
    'check (merged_into is null or closed_at is not null)',
    'check (merged_into <> id)',
  ]);
  await createIndex(step, 'theme_by_name', 'theme (workspace_id, name_key) where closed_at is null', true);
}

async function createTags(step: Step): Promise<void> {
  await createTable(step, 'theme_tag', [
    inWorkspace,
    'wave_id text not null',
    'persona_id text not null',
    'survey_version_id text not null',
    'response_id text not null',
    'question_key text not null',
    'theme_id text not null',
    "made_by text not null check (made_by in ('member', 'machine'))",
    'made_at BIG not null',
    // The words of the text that made a machine suggest it.
    'why text not null',
    'confirmed_by text',
    'confirmed_at BIG',
    'dismissed_at BIG',
    'primary key (workspace_id, wave_id, persona_id, response_id, question_key, theme_id)',
    // A text of another persona fits in no row.
    'foreign key (workspace_id, response_id, wave_id, persona_id, survey_version_id) references response (workspace_id, id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, wave_id, persona_id, question_key, response_id) references answer (workspace_id, wave_id, persona_id, question_key, response_id)',
    'foreign key (workspace_id, theme_id) references theme (workspace_id, id)',
    "check (made_by = 'machine' or confirmed_at is not null)",
    'check ((confirmed_by is null) = (confirmed_at is null))',
    'check (confirmed_at is null or dismissed_at is null)',
  ]);
  // Who raised what is counted from this index alone, never from answers.
  await createIndex(
    step,
    'theme_tag_speakers',
    'theme_tag (workspace_id, wave_id, persona_id, theme_id, response_id) where confirmed_at is not null',
  );
  await createIndex(
    step,
    'theme_tag_by_theme',
    'theme_tag (workspace_id, theme_id, persona_id, confirmed_at)',
  );
}

async function createLinks(step: Step): Promise<void> {
  await createTable(step, 'follow_up_theme', [
    inWorkspace,
    'follow_up_id text not null',
    'theme_id text not null',
    'primary key (workspace_id, follow_up_id)',
    'foreign key (workspace_id, follow_up_id) references follow_up (workspace_id, id)',
    'foreign key (workspace_id, theme_id) references theme (workspace_id, id)',
  ]);
  await createIndex(step, 'follow_up_theme_by_theme', 'follow_up_theme (workspace_id, theme_id)');
  await createTable(step, 'decision_theme', [
    inWorkspace,
    'decision_id text not null',
    'theme_id text not null',
    'primary key (workspace_id, decision_id, theme_id)',
    'foreign key (workspace_id, decision_id) references decision (workspace_id, id)',
    'foreign key (workspace_id, theme_id) references theme (workspace_id, id)',
  ]);
  await freeze(step, 'decision_theme');
  // Without a row a theme waits for a decision from five speakers on.
  await createTable(step, 'theme_size', [
    inWorkspace,
    'programme_id text not null',
    'speakers integer not null check (speakers > 0)',
    'primary key (workspace_id, programme_id)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
  ]);
}

const KIND = "kind in ('score', 'choice', 'left', 'role_correction', 'silence', 'theme')";
const HAS_THEME = "check ((kind = 'theme') = (theme_id is not null))";
const TO_THEME = 'foreign key (workspace_id, theme_id) references theme (workspace_id, id)';

async function allowThemeRules(step: Step): Promise<void> {
  if (step.engine === 'sqlite') return rebuildTable(step, 'follow_up_rule', RULE);
  for (const change of [
    'drop constraint follow_up_rule_kind_check',
    `add constraint follow_up_rule_kind_check check (${KIND})`,
    'add column theme_id text',
    `add ${HAS_THEME}`,
    `add ${TO_THEME}`,
  ])
    await sql.raw(`alter table follow_up_rule ${change}`).execute(step.db);
}

const RULE = [
  inWorkspace,
  'id text not null',
  'programme_id text not null',
  'persona_id text not null',
  `kind text not null check (${KIND})`,
  'survey_id text',
  'question_key text',
  'at_most integer check (at_most between 0 and 10)',
  'choice_key text',
  'silent_days integer check (silent_days > 0)',
  'renewal_days integer check (renewal_days > 0)',
  'what text not null',
  'owner_id text',
  'hours integer not null check (hours > 0)',
  'is_on integer not null check (is_on in (0, 1))',
  'since BIG not null',
  'looked_until BIG not null',
  'created_at BIG not null',
  'theme_id text',
  'primary key (workspace_id, id)',
  'unique (workspace_id, id, programme_id, persona_id)',
  'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
  'foreign key (workspace_id, persona_id) references persona (workspace_id, id)',
  'foreign key (workspace_id, survey_id) references survey (workspace_id, id)',
  'foreign key (workspace_id, owner_id) references member (workspace_id, id)',
  TO_THEME,
  "check ((kind = 'score') = (at_most is not null))",
  "check ((kind = 'choice') = (choice_key is not null))",
  "check ((kind in ('score', 'choice')) = (question_key is not null and survey_id is not null))",
  "check ((kind = 'silence') = (silent_days is not null and renewal_days is not null))",
  HAS_THEME,
];
