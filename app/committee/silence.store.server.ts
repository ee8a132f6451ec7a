import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface AskedRow {
  roleId: string;
  personId: string;
  personName: string;
  personaId: string;
  accountId: string;
  accountName: string;
  renewalOn: string;
  waveId: string;
  askedAt: number;
  answeredAt: number | null;
}

/**
 * Every time that somebody who sits at an account renewing between two days was asked by name, with whether they
 * answered: by renewal and seat, the latest first. From the few accounts to who was asked there.
 */
export async function listAskedRenewing(
  db: Db,
  workspace: Workspace,
  of: { fromDay: string; toDay: string; personaIds: readonly string[] },
): Promise<AskedRow[]> {
  const rows = await db
    .selectFrom('account as a')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'a.workspace_id').onRef('i.account_id', '=', 'a.id'),
    )
    .innerJoin('role_assignment as role', (on) =>
      on.onRef('role.workspace_id', '=', 'i.workspace_id').onRef('role.id', '=', 'i.role_assignment_id'),
    )
    .innerJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'role.workspace_id').onRef('p.id', '=', 'role.person_id'),
    )
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'i.workspace_id').onRef('w.id', '=', 'i.wave_id'),
    )
    .innerJoin('programme as asked', (on) =>
      on.onRef('asked.workspace_id', '=', 'w.workspace_id').onRef('asked.id', '=', 'w.programme_id'),
    )
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .select(['role.id as roleId', 'p.id as personId', 'p.name as personName', 'role.persona_id as personaId'])
    .select(['a.id as accountId', 'a.name as accountName', 'a.renewal_on as renewalOn'])
    .select(['i.wave_id as waveId', 'i.created_at as askedAt', 'r.answered_at as answeredAt'])
    .where('a.workspace_id', '=', workspace.id)
    .where('a.renewal_on', '>=', of.fromDay)
    .where('a.renewal_on', '<=', of.toDay)
    .where('role.persona_id', 'in', of.personaIds)
    .where('role.ended_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('asked.confidentiality', '=', 'attributed')
    .orderBy('a.renewal_on')
    .orderBy('a.name_key')
    .orderBy('role.id')
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .execute();
  return rows.flatMap(({ renewalOn, ...row }) => (renewalOn === null ? [] : [{ ...row, renewalOn }]));
}
