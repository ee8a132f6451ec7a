import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Outcome } from './mail-event.ts';

export interface FoundMessage {
  workspaceId: string;
  id: string;
}

/**
 * The message of this id, whichever workspace it is of: each is asked by the key, which leads with the workspace, so
 * that no second index is needed over the longest table.
 */
export async function findById(db: Db, id: string): Promise<(FoundMessage & { messageId: string }) | null> {
  const row = await db
    .selectFrom('workspace as w')
    .innerJoin('outbound_message as m', (on) => on.onRef('m.workspace_id', '=', 'w.id').on('m.id', '=', id))
    .select(['m.workspace_id as workspaceId', 'm.id', 'm.message_id as messageId'])
    .executeTakeFirst();
  return row ?? null;
}

/** The one message that a mail server took under this id; null where there are several. */
export async function findByProviderId(db: Db, providerId: string): Promise<FoundMessage | null> {
  const rows = await db
    .selectFrom('outbound_message')
    .select(['workspace_id as workspaceId', 'id'])
    .where('provider_id', '=', providerId)
    .where('provider_id', 'is not', null)
    .limit(2)
    .execute();
  return rows.length === 1 ? rows[0]! : null;
}

/** A message with whom it asked, held until the transaction ends: what is said of it is merged one after the other. */
export async function lockMessage(tx: Db, engine: 'sqlite' | 'postgres', workspace: Workspace, id: string) {
  const found = tx
    .selectFrom('outbound_message')
    .select(['id', 'state', 'resent', 'invitation_id as invitationId', 'to_address as address'])
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id);
  const message = await (engine === 'postgres' ? found.forUpdate() : found).executeTakeFirstOrThrow();
  return { ...message, ...(await findAsked(tx, workspace, message.invitationId)) };
}

export type ToldMessage = Awaited<ReturnType<typeof lockMessage>>;

/** Whom an invitation asks, where and for which programme. */
export function findAsked(db: Db, workspace: Workspace, invitationId: string) {
  return db
    .selectFrom('invitation as i')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'i.workspace_id').onRef('w.id', '=', 'i.wave_id'),
    )
    .innerJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id'),
    )
    .innerJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'i.workspace_id').onRef('a.id', '=', 'i.account_id'),
    )
    .select(['i.wave_id as waveId', 'w.programme_id as programmeId', 'w.name as waveName'])
    .select(['i.person_id as personId', 'p.name as personName'])
    .select(['i.account_id as accountId', 'a.name as accountName'])
    .where('i.workspace_id', '=', workspace.id)
    .where('i.id', '=', invitationId)
    .executeTakeFirstOrThrow();
}

/** Whom a message asked. */
export async function findAskedBy(db: Db, workspace: Workspace, messageId: string) {
  const { invitation_id } = await db
    .selectFrom('outbound_message')
    .select('invitation_id')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', messageId)
    .executeTakeFirstOrThrow();
  return findAsked(db, workspace, invitation_id);
}

export async function setOutcome(
  tx: Db,
  workspace: Workspace,
  messageId: string,
  outcome: Outcome,
): Promise<void> {
  await tx
    .updateTable('outbound_message')
    .set({ outcome: outcome.kind, outcome_at: outcome.at, outcome_detail: outcome.detail })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', messageId)
    .execute();
}

/**
 * What was in doubt went out, as somebody says what became of it. A copy that waits to go out a second time stays in: whoever
 * holds it at this moment loses it before the mark.
 */
export async function settleDoubt(
  tx: Db,
  workspace: Workspace,
  messageId: string,
  { at, reason }: { at: number; reason: string },
): Promise<void> {
  await tx
    .updateTable('outbound_message')
    .set({ state: 'accepted', bytes: null, lease_until: null, reason, settled_at: at })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', messageId)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'in_doubt'),
        eb.and([eb('resent', '=', 1), eb('state', 'in', ['queued', 'deferred', 'claimed'])]),
      ]),
    )
    .execute();
}

/** Settles what came to be in doubt only after something was said about it. */
export async function settleToldDoubts(
  db: Db,
  { at, reason }: { at: number; reason: string },
): Promise<void> {
  await db
    .updateTable('outbound_message')
    .set({ state: 'accepted', bytes: null, lease_until: null, reason, settled_at: at })
    .where('state', '=', 'in_doubt')
    .where('outcome', 'is not', null)
    .execute();
}

export async function findWaveName(db: Db, workspace: Workspace, waveId: string) {
  return db
    .selectFrom('wave')
    .select(['name as waveName', 'programme_id as programmeId'])
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .executeTakeFirstOrThrow();
}
