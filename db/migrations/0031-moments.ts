import { createIndex, createTable, freeze, inWorkspace, type Step } from './kit.ts';

/**
 * Where ONE persona meets us, and who of it did when. `persona_id` travels moment -> touch and moment -> question by
 * composite foreign keys: what belongs to another persona joins no moment.
 */
export async function up(step: Step): Promise<void> {
  await createRequirements(step);
  await createMoments(step);
  await createTouches(step);
}

const OF_PERSONA = 'foreign key (workspace_id, persona_id) references persona (workspace_id, id)';
const OF_MOMENT =
  'foreign key (workspace_id, moment_id, persona_id) references moment (workspace_id, id, persona_id)';

/** What a persona needs of us; empty texts are not known yet. */
async function createRequirements(step: Step): Promise<void> {
  await createTable(step, 'persona_requirements', [
    inWorkspace,
    'persona_id text not null',
    'context text not null',
    'needs text not null',
    'expectations text not null',
    'way_of_working text not null',
    'evidence text not null',
    'updated_by text not null',
    'updated_at BIG not null',
    'primary key (workspace_id, persona_id)',
    OF_PERSONA,
  ]);
}

async function createMoments(step: Step): Promise<void> {
  await createTable(step, 'moment', [
    inWorkspace,
    'id text not null',
    'persona_id text not null',
    "name text not null check (name <> '')",
    'name_key text not null',
    "trying_to text not null check (trying_to <> '')",
    'promise text not null',
    'evidence text not null',
    // For the eye only: no moment comes before another.
    'position integer not null',
    'created_at BIG not null',
    'closed_at BIG',
    'primary key (workspace_id, id)',
    'unique (workspace_id, id, persona_id)',
    OF_PERSONA,
  ]);
  await createIndex(step, 'moment_by_persona', 'moment (workspace_id, persona_id, position)');
  const open = 'moment (workspace_id, persona_id, name_key) where closed_at is null';
  await createIndex(step, 'moment_by_name', open, true);
  await freeze(step, 'moment', ['workspace_id', 'id', 'persona_id']);
  // A published version never changes, so which moment a question is about is said beside it.
  await createTable(step, 'moment_question', [
    inWorkspace,
    'moment_id text not null',
    'survey_id text not null',
    'question_key text not null',
    'programme_id text not null',
    'persona_id text not null',
    'primary key (workspace_id, moment_id, survey_id, question_key)',
    OF_MOMENT,
    'foreign key (workspace_id, survey_id, programme_id, persona_id) references survey (workspace_id, id, programme_id, persona_id)',
  ]);
}

async function createTouches(step: Step): Promise<void> {
  await createTable(step, 'touch', [
    inWorkspace,
    'id text not null',
    'person_id text not null',
    'account_id text not null',
    'persona_id text not null',
    'moment_id text not null',
    'at BIG not null',
    "source text not null check (source <> '')",
    'external_id text',
    'recorded_by text not null',
    'recorded_at BIG not null',
    'primary key (workspace_id, id)',
    // The same touch heard of twice is one touch; and this is the way to one person's touches in their order.
    'unique (workspace_id, persona_id, person_id, at, moment_id, account_id, source)',
    'unique (workspace_id, external_id)',
    OF_MOMENT,
    'foreign key (workspace_id, person_id) references person (workspace_id, id)',
    'foreign key (workspace_id, account_id) references account (workspace_id, id)',
  ]);
  const counted = 'touch (workspace_id, persona_id, moment_id, person_id, account_id)';
  await createIndex(step, 'touch_by_moment', counted);
  await freeze(step, 'touch');
}
