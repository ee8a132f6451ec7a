import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** What the letter of an invitation needs, read when it is written: in two queries, as planning one of nine joins is dear. */
export async function findLetterRow(db: Db, workspaceId: string, invitationId: string) {
  const invited = await findInvited(db, workspaceId, invitationId);
  const asking = await db
    .selectFrom('workspace as w')
    .innerJoin('persona as p', 'p.workspace_id', 'w.id')
    .innerJoin('person as pe', 'pe.workspace_id', 'w.id')
    .innerJoin('account as a', 'a.workspace_id', 'w.id')
    .leftJoin('purpose as pu', (on) =>
      on
        .onRef('pu.workspace_id', '=', 'w.id')
        .onRef('pu.persona_id', '=', 'p.id')
        .on('pu.programme_id', '=', invited.programme_id),
    )
    .select(['w.name as workspace_name', 'p.name as persona_name', 'pe.name as person_name'])
    .select(['a.name as account_name', 'pu.decision', 'pu.decide_on'])
    .where('w.id', '=', workspaceId)
    .where('p.id', '=', invited.persona_id)
    .where('pe.id', '=', invited.person_id)
    .where('a.id', '=', invited.account_id)
    .executeTakeFirstOrThrow();
  return { ...invited, ...asking };
}

function findInvited(db: Db, workspaceId: string, invitationId: string) {
  return db
    .selectFrom('invitation as i')
    .innerJoin('wave', (on) =>
      on.onRef('wave.workspace_id', '=', 'i.workspace_id').onRef('wave.id', '=', 'i.wave_id'),
    )
    .innerJoin('programme as pr', (on) =>
      on.onRef('pr.workspace_id', '=', 'wave.workspace_id').onRef('pr.id', '=', 'wave.programme_id'),
    )
    .innerJoin('survey_version as v', (on) =>
      on.onRef('v.workspace_id', '=', 'i.workspace_id').onRef('v.id', '=', 'i.survey_version_id'),
    )
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .leftJoin('answered_invitation as mark', (on) =>
      on.onRef('mark.workspace_id', '=', 'i.workspace_id').onRef('mark.invitation_id', '=', 'i.id'),
    )
    .select(['i.wave_id', 'i.generation', 'i.revoked_at', 'i.persona_id', 'i.person_id', 'i.account_id'])
    .select([
      'wave.state as wave_state',
      'wave.paused_at',
      'pr.id as programme_id',
      'pr.sender_name',
      'v.definition',
    ])
    .select(['r.id as response_id', 'mark.invitation_id as marked'])
    .where('i.workspace_id', '=', workspaceId)
    .where('i.id', '=', invitationId)
    .executeTakeFirstOrThrow();
}

/** The addresses that new messages of these invitations would go to; those without one are missing. */
export async function listInvitationAddresses(
  tx: Db,
  workspace: Workspace,
  invitationIds: readonly string[],
) {
  return tx
    .selectFrom('invitation as i')
    .innerJoin('person_address as pa', (on) =>
      on
        .onRef('pa.workspace_id', '=', 'i.workspace_id')
        .onRef('pa.person_id', '=', 'i.person_id')
        .on('pa.position', '=', 0),
    )
    .select(['i.id', 'i.wave_id as waveId', 'pa.email'])
    .where('i.workspace_id', '=', workspace.id)
    .where('i.id', 'in', invitationIds)
    .execute();
}

export interface NewMessage {
  id: string;
  invitationId: string;
  waveId: string;
  kind: 'invitation' | 'reminder';
  /** Of its kind: 1 for the first letter and the first reminder. */
  ordinal: number;
  toAddress: string;
  messageId: string;
  at: number;
}

/** Queues messages of invitations; an invitation that has its message keeps it. */
export async function insertMessages(
  tx: Db,
  workspace: Workspace,
  messages: readonly NewMessage[],
): Promise<void> {
  const rows = messages.map((message) => ({
    workspace_id: workspace.id,
    id: message.id,
    invitation_id: message.invitationId,
    wave_id: message.waveId,
    kind: message.kind,
    ordinal: message.ordinal,
    state: 'queued' as const,
    to_address: message.toAddress,
    subject: '',
    message_id: message.messageId,
    bytes: null,
    attempts: 0,
    next_at: message.at,
    fence: 0,
    lease_until: null,
    provider_id: null,
    reason: null,
    created_at: message.at,
    settled_at: null,
    doubted_at: null,
    resent: 0,
  }));
  await tx
    .insertInto('outbound_message')
    .values(rows)
    .onConflict((on) => on.columns(['workspace_id', 'invitation_id', 'kind', 'ordinal']).doNothing())
    .execute();
}
