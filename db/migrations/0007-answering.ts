import { sql } from 'kysely';
import { createIndex, freeze, inWorkspace, rebuildTable, type Step } from './kit.ts';

/**
 * What is asked and answered gets room for people who pass a survey on or hold another role by now, for links that hang on
 * a page or in a chat, and for secrets that change.
 */
export async function up(step: Step): Promise<void> {
  await widenRoles(step);
  await widenInvitations(step);
  await widenResponses(step);
  await sql`alter table link add column key_id text not null default '1'`.execute(step.db);
  await sql
    .raw("alter table wave add column kind text not null default 'asked' check (kind in ('asked', 'link'))")
    .execute(step.db);
  // A promise is not taken back, whoever writes.
  await freeze(step, 'programme', ['confidentiality', 'origin']);
}

const ROLE_SOURCES = "source in ('self', 'csm', 'crm', 'import', 'title', 'colleague')";

/** A colleague may name somebody; that is not a confirmation. */
async function widenRoles(step: Step): Promise<void> {
  if (step.engine === 'postgres') return changeCheck(step, 'role_assignment', 'source', ROLE_SOURCES);
  await rebuildTable(step, 'role_assignment', [
    inWorkspace,
    'id text not null',
    'person_id text not null',
    'account_id text not null',
    'programme_id text',
    'persona_id text not null',
    `source text not null check (${ROLE_SOURCES})`,
    'evidence text not null',
    'started_at BIG not null',
    'confirmed_at BIG',
    'confirmed_by text',
    'ended_at BIG',
    'end_reason text',
    'created_at BIG not null',
    'primary key (workspace_id, id)',
    'unique (workspace_id, id, persona_id, person_id, account_id)',
    'foreign key (workspace_id, person_id) references person (workspace_id, id)',
    'foreign key (workspace_id, account_id) references account (workspace_id, id)',
    'foreign key (workspace_id, persona_id) references persona (workspace_id, id)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
    'check (ended_at is null or ended_at >= started_at)',
  ]);
}

const CAME_FROM = "came_from in ('referral', 'correction')";
const FROM_INVITATION =
  'foreign key (workspace_id, from_invitation_id) references invitation (workspace_id, id)';
const CAME_SOMEWHERE = 'check ((came_from is null) = (from_invitation_id is null))';

/**
 * An invitation may come from another one: of a colleague who passed it on, or of the same person under the persona
 * they no longer hold. The old one keeps its persona, so no key between persona and answer has to give way.
 */
async function widenInvitations(step: Step): Promise<void> {
  const { db, engine } = step;
  if (engine === 'postgres') {
    await sql.raw('drop trigger invitation_frozen on invitation').execute(db);
    await sql.raw('drop function invitation_frozen()').execute(db);
    await sql.raw(`alter table invitation add column came_from text check (${CAME_FROM})`).execute(db);
    await sql`alter table invitation add column from_invitation_id text`.execute(db);
    await sql`alter table invitation add column persona_at_invite text`.execute(db);
    await sql.raw(`alter table invitation add ${FROM_INVITATION}`).execute(db);
    await sql.raw(`alter table invitation add ${CAME_SOMEWHERE}`).execute(db);
  } else {
    await rebuildTable(step, 'invitation', invitationLines(), { leave: ['invitation_frozen'] });
  }
  await freeze(step, 'invitation', [
    'workspace_id',
    'id',
    'wave_id',
    'persona_id',
    'survey_version_id',
    'role_assignment_id',
    'person_id',
    'account_id',
    'came_from',
    'from_invitation_id',
    'persona_at_invite',
  ]);
  await createIndex(
    step,
    'invitation_by_origin',
    'invitation (workspace_id, from_invitation_id) where from_invitation_id is not null',
  );
}

function invitationLines(): string[] {
  return [
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
    `came_from text check (${CAME_FROM})`,
    'from_invitation_id text',
    // The persona they were first asked in, where it was another one.
    'persona_at_invite text',
    'primary key (workspace_id, id)',
    'unique (workspace_id, wave_id, role_assignment_id)',
    'unique (workspace_id, id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, wave_id, persona_id, survey_version_id) references wave_lane (workspace_id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, role_assignment_id, persona_id, person_id, account_id) references role_assignment (workspace_id, id, persona_id, person_id, account_id)',
    FROM_INVITATION,
    CAME_SOMEWHERE,
  ];
}

const RESPONSE_SOURCES = "source in ('invited', 'imported', 'self_declared', 'link')";
/** Neither a name nor an account: at an account with one buyer, the account is the name. */
const UNLINKABLE =
  "check (source <> 'invited' or confidentiality <> 'unlinkable' or (person_id is null and role_assignment_id is null and account_id is null and persona_at_invite is null))";

async function widenResponses(step: Step): Promise<void> {
  if (step.engine === 'postgres') {
    await changeCheck(step, 'response', 'source', RESPONSE_SOURCES);
    await sql`alter table response add column held_id text`.execute(step.db);
    await sql.raw(`alter table response add ${UNLINKABLE}`).execute(step.db);
    return;
  }
  await rebuildTable(step, 'response', [
    inWorkspace,
    'id text not null',
    'wave_id text not null',
    'persona_id text not null',
    'survey_version_id text not null',
    `source text not null check (${RESPONSE_SOURCES})`,
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
    'unique (workspace_id, submit_id)',
    'unique (workspace_id, invitation_id)',
    'unique (workspace_id, id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, wave_id, persona_id, survey_version_id) references wave_lane (workspace_id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, invitation_id, wave_id, persona_id, survey_version_id) references invitation (workspace_id, id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, account_id) references account (workspace_id, id)',
    'foreign key (workspace_id, person_id) references person (workspace_id, id)',
    "check ((source = 'invited' and confidentiality <> 'unlinkable') = (invitation_id is not null))",
    "check ((source = 'imported') = (import_id is not null))",
    UNLINKABLE,
  ]);
}

/** PostgreSQL names the check of a column after its table and the column. */
async function changeCheck({ db }: Step, table: string, column: string, check: string): Promise<void> {
  await sql.raw(`alter table ${table} drop constraint ${table}_${column}_check`).execute(db);
  await sql.raw(`alter table ${table} add constraint ${table}_${column}_check check (${check})`).execute(db);
}
