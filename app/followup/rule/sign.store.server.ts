import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface RuleLane {
  waveId: string;
  closedAt: number | null;
}

/** The waves of a programme that asked this persona by this survey. */
export async function listRuleLanes(
  db: Db,
  workspace: Workspace,
  of: { programmeId: string; personaId: string; surveyId: string },
): Promise<RuleLane[]> {
  return db
    .selectFrom('wave_lane as l')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'l.workspace_id').onRef('w.id', '=', 'l.wave_id'),
    )
    .innerJoin('survey_version as v', (on) =>
      on.onRef('v.workspace_id', '=', 'l.workspace_id').onRef('v.id', '=', 'l.survey_version_id'),
    )
    .select(['w.id as waveId', 'w.closed_at as closedAt'])
    .where('l.workspace_id', '=', workspace.id)
    .where('l.programme_id', '=', of.programmeId)
    .where('l.persona_id', '=', of.personaId)
    .where('v.survey_id', '=', of.surveyId)
    .where('w.sent_at', 'is not', null)
    .orderBy('w.id')
    .execute();
}

/** What people said of their role in one persona since a moment, in the order they said it. */
export async function listCorrections(
  db: Db,
  workspace: Workspace,
  of: {
    programmeId: string;
    personaId: string;
    said: readonly ('left' | 'other' | 'none')[];
    since: number;
    limit: number;
  },
) {
  return db
    .selectFrom('role_correction as c')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'c.workspace_id').onRef('i.id', '=', 'c.invitation_id'),
    )
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'i.workspace_id').onRef('w.id', '=', 'i.wave_id'),
    )
    .select(['c.id', 'c.invitation_id as invitationId', 'i.wave_id as waveId', 'c.at'])
    .select(['i.person_id as personId', 'i.account_id as accountId'])
    .where('c.workspace_id', '=', workspace.id)
    .where('c.at', '>=', of.since)
    .where('c.said', 'in', of.said)
    .where('c.from_persona_id', '=', of.personaId)
    .where('w.programme_id', '=', of.programmeId)
    .orderBy('c.at')
    .orderBy('c.id')
    .limit(of.limit)
    .execute();
}

/** Accounts that renew from one day to another and were known before a moment. */
export async function listRenewing(
  db: Db,
  workspace: Workspace,
  of: { fromDay: string; toDay: string; knownBefore: number },
): Promise<{ id: string; renewalOn: string }[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'renewal_on as renewalOn'])
    .where('workspace_id', '=', workspace.id)
    .where('renewal_on', '>=', of.fromDay)
    .where('renewal_on', '<=', of.toDay)
    .where('created_at', '<=', of.knownBefore)
    .orderBy('renewal_on')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, renewalOn }) => (renewalOn === null ? [] : [{ id, renewalOn }]));
}

/**
 * Which of these accounts somebody of ONE persona answered at since a moment, by name. Answers given in confidence are no
 * part of it: that one came would say who gave it.
 */
export async function listHeardAccounts(
  db: Db,
  workspace: Workspace,
  of: { accountIds: readonly string[]; personaId: string; since: number },
): Promise<Set<string>> {
  const invited = await heardByInvitation(db, workspace, of);
  const others = await db
    .selectFrom('response')
    .select('account_id as accountId')
    .distinct()
    .where('workspace_id', '=', workspace.id)
    .where('account_id', 'in', of.accountIds)
    .where('invitation_id', 'is', null)
    .where('persona_id', '=', of.personaId)
    .where('confidentiality', '=', 'attributed')
    .where('answered_at', '>=', of.since)
    .execute();
  return new Set([...invited, ...others].flatMap(({ accountId }) => (accountId === null ? [] : [accountId])));
}

/** From the few roles of each account to the responses of those who hold them. */
function heardByInvitation(
  db: Db,
  workspace: Workspace,
  of: { accountIds: readonly string[]; personaId: string; since: number },
) {
  return db
    .selectFrom('role_assignment as role')
    .innerJoin('invitation as i', (on) =>
      on
        .onRef('i.workspace_id', '=', 'role.workspace_id')
        .onRef('i.role_assignment_id', '=', 'role.id')
        .on('i.persona_id', '=', of.personaId),
    )
    .innerJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .select('role.account_id as accountId')
    .distinct()
    .where('role.workspace_id', '=', workspace.id)
    .where('role.account_id', 'in', of.accountIds)
    .where('r.confidentiality', '=', 'attributed')
    .where('r.answered_at', '>=', of.since)
    .execute();
}
