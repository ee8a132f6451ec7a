import type { Db } from '#app/platform/db.server.ts';
import { preparedRows } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** The addresses that new messages of these invitations would go to; those without one are missing. */
export async function listInvitationAddresses(
  tx: Db,
  workspace: Workspace,
  invitationIds: readonly string[],
) {
  const invited = await tx
    .selectFrom('invitation')
    .select(['id', 'wave_id as waveId', 'person_id'])
    .where('workspace_id', '=', workspace.id)
    .where('id', 'in', invitationIds)
    .execute();
  // Put together here: of a table that has just grown PostgreSQL expects so little that it would join all of the other.
  const addresses = await tx
    .selectFrom('person_address')
    .select(['person_id', 'email'])
    .where('workspace_id', '=', workspace.id)
    .where('person_id', 'in', [...new Set(invited.map(({ person_id }) => person_id))])
    .where('position', '=', 0)
    .execute();
  const emailOf = new Map(addresses.map(({ person_id, email }) => [person_id, email]));
  return invited.flatMap(({ id, waveId, person_id }) => {
    const email = emailOf.get(person_id);
    return email === undefined ? [] : [{ id, waveId, email }];
  });
}

export interface NewMessage {
  id: string;
  invitationId: string;
  waveId: string;
  kind: 'invitation' | 'reminder' | 'told_back';
  /** Of its kind: 1 for the first letter and the first reminder. */
  ordinal: number;
  toAddress: string;
  messageId: string;
  at: number;
}

const writeMessages = preparedRows(
  [
    ...([
      'workspace_id',
      'id',
      'invitation_id',
      'wave_id',
      'kind',
      'ordinal',
      'state',
      'to_address',
    ] as const),
    ...(['subject', 'message_id', 'bytes', 'attempts', 'next_at', 'fence', 'lease_until'] as const),
    ...(['provider_id', 'reason', 'created_at', 'settled_at', 'doubted_at', 'resent'] as const),
  ],
  (db, rows) =>
    db
      .insertInto('outbound_message')
      .values(rows)
      .onConflict((on) => on.columns(['workspace_id', 'invitation_id', 'kind', 'ordinal']).doNothing()),
);

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
  await writeMessages(tx, rows);
}
