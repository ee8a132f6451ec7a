import { createIndex, createTable, freeze, inWorkspace, type Step } from './kit.ts';

/**
 * What lies between the link and the response: links for a page or chat, answers that are held, answers begun and not
 * sent, what respondents say of their role, and a mark for answers that no row may join to their invitation.
 */
export async function up(step: Step): Promise<void> {
  await createSharedLinks(step);
  await createHeld(step);
  await createBegun(step);
}

/** A link for a page or chat leads to a wave of its own, so that its answers never stand among those asked by name. */
async function createSharedLinks(step: Step): Promise<void> {
  await createTable(step, 'shared_link', [
    inWorkspace,
    'id text not null',
    'wave_id text not null',
    'token_hash text not null unique',
    'generation integer not null',
    'key_id text not null',
    "place text not null check (place <> '')",
    "answers_are text not null check (answers_are in ('held', 'counted'))",
    'one_per_device integer not null check (one_per_device in (0, 1))',
    'created_by text not null',
    'created_at BIG not null',
    'revoked_at BIG',
    'primary key (workspace_id, id)',
    'unique (workspace_id, wave_id)',
    'foreign key (workspace_id, wave_id) references wave (workspace_id, id)',
  ]);
  // A row number would tell which device came when, and so which answers are its own.
  await createTable(
    step,
    'shared_link_device',
    [
      inWorkspace,
      'shared_link_id text not null',
      'device_hash text not null',
      'primary key (workspace_id, shared_link_id, device_hash)',
      'foreign key (workspace_id, shared_link_id) references shared_link (workspace_id, id)',
    ],
    { unordered: true },
  );
}

/** Received but doubtful: kept with the reason, in no statistic until a member releases it. */
async function createHeld(step: Step): Promise<void> {
  await createTable(step, 'held_response', [
    inWorkspace,
    'id text not null',
    'wave_id text not null',
    'persona_id text not null',
    'survey_version_id text not null',
    "reason text not null check (reason in ('machine', 'self_declared'))",
    // JSON array: what made it look like a machine.
    'evidence text not null',
    'invitation_id text',
    'shared_link_id text',
    'account_id text',
    'said_name text',
    'said_email text',
    // JSON: the form as it was sent; opaque to every query.
    'given text not null',
    'language text not null',
    'submit_id text not null',
    'received_at BIG not null',
    "decision text check (decision in ('released', 'discarded', 'answered'))",
    'decided_by text',
    'decided_at BIG',
    'decision_reason text',
    'primary key (workspace_id, id)',
    'unique (workspace_id, submit_id)',
    'foreign key (workspace_id, wave_id, persona_id, survey_version_id) references wave_lane (workspace_id, wave_id, persona_id, survey_version_id)',
    'foreign key (workspace_id, invitation_id) references invitation (workspace_id, id)',
    'foreign key (workspace_id, shared_link_id) references shared_link (workspace_id, id)',
    'foreign key (workspace_id, account_id) references account (workspace_id, id)',
    'check ((decision is null) = (decided_at is null))',
  ]);
  await freeze(step, 'held_response', [
    'workspace_id',
    'id',
    'wave_id',
    'persona_id',
    'survey_version_id',
    'reason',
    'evidence',
    'invitation_id',
    'shared_link_id',
    'account_id',
    'said_name',
    'said_email',
    'given',
    'language',
    'submit_id',
    'received_at',
  ]);
  await createIndex(
    step,
    'held_waiting',
    'held_response (workspace_id, received_at, id) where decision is null',
  );
  await createIndex(step, 'held_by_lane', 'held_response (workspace_id, wave_id, persona_id)');
  await createIndex(step, 'held_by_invitation', 'held_response (workspace_id, invitation_id)');
}

async function createBegun(step: Step): Promise<void> {
  // One row per invitation, written over as the respondent goes on; gone with the response.
  await createTable(step, 'begun_response', [
    inWorkspace,
    'invitation_id text not null',
    // JSON: the form as it stands; opaque to every query.
    'given text not null',
    'page integer not null',
    'revision integer not null',
    'device_hash text not null',
    'updated_at BIG not null',
    'primary key (workspace_id, invitation_id)',
    'foreign key (workspace_id, invitation_id) references invitation (workspace_id, id)',
  ]);
  // That an unlinkable invitation was answered: no time, no order, nothing to join a response by.
  await createTable(
    step,
    'answered_invitation',
    [
      inWorkspace,
      'invitation_id text not null',
      'primary key (workspace_id, invitation_id)',
      'foreign key (workspace_id, invitation_id) references invitation (workspace_id, id)',
    ],
    { unordered: true },
  );
  await createTable(step, 'role_correction', [
    inWorkspace,
    'id text not null',
    'invitation_id text not null',
    "said text not null check (said in ('still', 'other', 'none', 'left'))",
    'from_persona_id text not null',
    'to_persona_id text',
    'to_invitation_id text',
    // In their own words, where none of the personas fits.
    'words text not null',
    'at BIG not null',
    'settled_by text',
    'settled_at BIG',
    'primary key (workspace_id, id)',
    'foreign key (workspace_id, invitation_id) references invitation (workspace_id, id)',
    'foreign key (workspace_id, from_persona_id) references persona (workspace_id, id)',
    'foreign key (workspace_id, to_persona_id) references persona (workspace_id, id)',
    'foreign key (workspace_id, to_invitation_id) references invitation (workspace_id, id)',
    "check ((said = 'other') = (to_persona_id is not null))",
  ]);
  await createIndex(step, 'correction_by_invitation', 'role_correction (workspace_id, invitation_id, at)');
}
