import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface AskedRow {
  roleId: string;
  personaId: string;
  waveId: string;
  confidentiality: 'attributed' | 'confidential' | 'unlinkable';
  askedAt: number;
}

/** What everybody at one account was asked, ever, and was not taken back; whether they answered is no part of it. */
export async function listAsked(db: Db, workspace: Workspace, accountId: string): Promise<AskedRow[]> {
  return db
    .selectFrom('invitation as i')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'i.workspace_id').onRef('w.id', '=', 'i.wave_id'),
    )
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'w.workspace_id').onRef('p.id', '=', 'w.programme_id'),
    )
    .select(['i.role_assignment_id as roleId', 'i.persona_id as personaId', 'i.wave_id as waveId'])
    .select(['p.confidentiality', 'i.created_at as askedAt'])
    .where('i.workspace_id', '=', workspace.id)
    .where('i.account_id', '=', accountId)
    .where('i.revoked_at', 'is', null)
    .orderBy('i.created_at')
    .orderBy('i.id')
    .execute();
}
