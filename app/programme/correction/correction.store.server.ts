import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Correction } from './correction.ts';

const INVITATION = [
  'id',
  'wave_id as waveId',
  'persona_id as personaId',
  'role_assignment_id as roleId',
  'person_id as personId',
  'account_id as accountId',
  'survey_version_id as versionId',
  'revoked_at as revokedAt',
  'persona_at_invite as personaAtInvite',
] as const;

/** An invitation, for what is said about it. */
export async function findInvitation(db: Db, workspace: Workspace, id: string) {
  return invitations(db, workspace).where('id', '=', id).executeTakeFirst();
}

export type SpokenOf = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/**
 * The same, held until the transaction ends: an answer that is being kept for it is kept before, and seen, or waits.
 * SQLite has one writer at a time, so it needs no such words.
 */
export async function lockInvitation(
  tx: Db,
  engine: 'sqlite' | 'postgres',
  workspace: Workspace,
  id: string,
) {
  const found = invitations(tx, workspace).where('id', '=', id);
  return (engine === 'postgres' ? found.forUpdate() : found).executeTakeFirst();
}

/** The invitation of this role in this wave, if it was asked there. */
export async function findInvitationOfRole(
  db: Db,
  workspace: Workspace,
  { waveId, roleId }: { waveId: string; roleId: string },
) {
  return invitations(db, workspace)
    .where('wave_id', '=', waveId)
    .where('role_assignment_id', '=', roleId)
    .executeTakeFirst();
}

function invitations(db: Db, workspace: Workspace) {
  return db.selectFrom('invitation').select(INVITATION).where('workspace_id', '=', workspace.id);
}

/** Whether an invitation has given an answer, by name or unlinkably. */
export async function hasAnswered(db: Db, workspace: Workspace, invitationId: string): Promise<boolean> {
  const byName = await db
    .selectFrom('response')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst();
  if (byName) return true;
  const unlinkably = await db
    .selectFrom('answered_invitation')
    .select('invitation_id')
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst();
  return unlinkably !== undefined;
}

/** Takes an invitation back; what was begun under it was meant for other questions, and goes. */
export async function takeBack(
  tx: Db,
  workspace: Workspace,
  { id, at }: { id: string; at: number },
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: at })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .execute();
  await tx
    .deleteFrom('begun_response')
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', '=', id)
    .execute();
}

/** From now on the addresses that led to one invitation lead to another one. */
export async function moveAnswerLinks(
  tx: Db,
  workspace: Workspace,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx
    .updateTable('link')
    .set({ invitation_id: to })
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', '=', from)
    .where('kind', '=', 'answer')
    .execute();
}

export async function insertCorrection(
  tx: Db,
  workspace: Workspace,
  correction: Correction & { id: string; invitationId: string },
): Promise<void> {
  await tx
    .insertInto('role_correction')
    .values({
      workspace_id: workspace.id,
      id: correction.id,
      invitation_id: correction.invitationId,
      said: correction.said,
      from_persona_id: correction.fromPersonaId,
      to_persona_id: correction.toPersonaId,
      to_invitation_id: correction.toInvitationId,
      words: correction.words,
      at: correction.at,
      settled_by: null,
      settled_at: null,
    })
    .execute();
}

/** What was said last about an invitation. */
export async function findLastCorrection(
  db: Db,
  workspace: Workspace,
  invitationId: string,
): Promise<Correction | undefined> {
  return db
    .selectFrom('role_correction')
    .select(['said', 'from_persona_id as fromPersonaId', 'to_persona_id as toPersonaId'])
    .select(['to_invitation_id as toInvitationId', 'words', 'at'])
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', '=', invitationId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
