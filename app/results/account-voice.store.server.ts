import type { Db } from '#app/platform/db.server.ts';
import { writtenOut } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** That somebody answered, under their name. */
export interface VoiceRow {
  responseId: string;
  waveId: string;
  personaId: string;
  surveyVersionId: string;
  /** The role they were asked in; null where nobody was invited. */
  roleId: string | null;
  personId: string | null;
  personName: string | null;
  source: 'invited' | 'imported' | 'self_declared' | 'link';
  answeredAt: number;
}

/**
 * Who answered at one account, the latest first, by name alone: what was answered in confidence is no part of it, whatever
 * a row holds.
 */
export async function listVoices(db: Db, workspace: Workspace, accountId: string): Promise<VoiceRow[]> {
  const invited = await responses(db, workspace)
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'r.workspace_id').onRef('i.id', '=', 'r.invitation_id'),
    )
    .select('i.role_assignment_id as roleId')
    .where('i.workspace_id', '=', workspace.id)
    .where('i.account_id', '=', accountId)
    .execute();
  const others = await responses(db, workspace)
    .where('r.account_id', '=', accountId)
    .where('r.source', '<>', writtenOut('invited'))
    .execute();
  return [...invited, ...others.map((row) => ({ ...row, roleId: null }))].sort(
    (a, b) => b.answeredAt - a.answeredAt || (a.responseId < b.responseId ? 1 : -1),
  );
}

function responses(db: Db, workspace: Workspace) {
  return db
    .selectFrom('response as r')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'r.workspace_id').onRef('w.id', '=', 'r.wave_id'),
    )
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'w.workspace_id').onRef('p.id', '=', 'w.programme_id'),
    )
    .leftJoin('person as person', (on) =>
      on.onRef('person.workspace_id', '=', 'r.workspace_id').onRef('person.id', '=', 'r.person_id'),
    )
    .select(['r.id as responseId', 'r.wave_id as waveId', 'r.persona_id as personaId', 'r.source'])
    .select(['r.survey_version_id as surveyVersionId', 'r.answered_at as answeredAt'])
    .select(['person.id as personId', 'person.name as personName'])
    .where('r.workspace_id', '=', workspace.id)
    .where('r.confidentiality', '=', 'attributed')
    .where('p.confidentiality', '=', 'attributed');
}
