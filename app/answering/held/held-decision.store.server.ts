import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { HeldDecision, Undecided } from './held.ts';

/** All that a decision on a held response looks at. */
export async function findHeld(db: Db, workspace: Workspace, id: string) {
  return db
    .selectFrom('held_response as h')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'h.workspace_id').onRef('w.id', '=', 'h.wave_id'),
    )
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'w.workspace_id').onRef('p.id', '=', 'w.programme_id'),
    )
    .innerJoin('survey_version as v', (on) =>
      on.onRef('v.workspace_id', '=', 'h.workspace_id').onRef('v.id', '=', 'h.survey_version_id'),
    )
    .leftJoin('member as m', (on) =>
      on.onRef('m.workspace_id', '=', 'h.workspace_id').onRef('m.id', '=', 'h.decided_by'),
    )
    .select(['h.id', 'h.wave_id as waveId', 'h.persona_id as personaId'])
    .select(['h.survey_version_id as surveyVersionId', 'h.reason', 'h.invitation_id as invitationId'])
    .select(['h.shared_link_id as sharedLinkId', 'h.account_id as accountId', 'h.said_email as saidEmail'])
    .select(['h.given', 'h.language', 'h.submit_id as submitId', 'h.received_at as receivedAt'])
    .select(['h.decision', 'h.decided_at as decidedAt', 'm.name as decidedBy'])
    .select(['p.id as programmeId', 'p.confidentiality', 'v.definition'])
    .where('h.workspace_id', '=', workspace.id)
    .where('h.id', '=', id)
    .executeTakeFirst();
}

export type FoundHeld = NonNullable<Awaited<ReturnType<typeof findHeld>>>;

/** Writes a decision over what the member saw; false where it is another one by now. */
export async function writeDecision(
  tx: Db,
  workspace: Workspace,
  id: string,
  written: { from: Undecided; decision: HeldDecision; by: Actor; at: number; reason: string },
): Promise<boolean> {
  const query = tx
    .updateTable('held_response')
    .set({
      decision: written.decision,
      decided_by: written.by,
      decided_at: written.at,
      decision_reason: written.reason,
    })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id);
  const { numUpdatedRows } = await (written.from === 'waiting'
    ? query.where('decision', 'is', null)
    : query.where('decision', '=', 'discarded')
  ).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The invitation that a machine seemed to answer, and whether it still stands. */
export async function findInvitationFacts(tx: Db, workspace: Workspace, invitationId: string) {
  return tx
    .selectFrom('invitation as i')
    .innerJoin('role_assignment as ra', (on) =>
      on.onRef('ra.workspace_id', '=', 'i.workspace_id').onRef('ra.id', '=', 'i.role_assignment_id'),
    )
    .select(['i.role_assignment_id as roleAssignmentId', 'i.person_id as personId'])
    .select(['i.account_id as accountId', 'i.persona_id as personaId'])
    .select(['i.persona_at_invite as personaAtInvite', 'i.revoked_at as revokedAt'])
    .select('ra.ended_at as roleEndedAt')
    .where('i.workspace_id', '=', workspace.id)
    .where('i.id', '=', invitationId)
    .executeTakeFirstOrThrow();
}

/** Which of these people were invited to the waves, in which persona. */
export async function listInvited(
  db: Db,
  workspace: Workspace,
  asked: { waveIds: readonly string[]; personIds: readonly string[] },
): Promise<{ waveId: string; personaId: string; personId: string }[]> {
  if (asked.waveIds.length === 0 || asked.personIds.length === 0) return [];
  return db
    .selectFrom('invitation')
    .select(['wave_id as waveId', 'persona_id as personaId', 'person_id as personId'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', 'in', asked.waveIds)
    .where('person_id', 'in', asked.personIds)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Whether a response of this lane names the person already. */
export async function isHeardIn(
  tx: Db,
  workspace: Workspace,
  of: { waveId: string; personaId: string; personId: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('response')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', of.waveId)
    .where('persona_id', '=', of.personaId)
    .where('person_id', '=', of.personId)
    .executeTakeFirst();
  return row !== undefined;
}
