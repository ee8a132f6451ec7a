import type { Db } from '#app/platform/db.server.ts';
import { writtenOut } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** By which of these surveys ONE persona was asked in each wave. */
export async function listSurveysByWave(
  db: Db,
  workspace: Workspace,
  { personaId, surveyIds }: { personaId: string; surveyIds: readonly string[] },
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('wave_lane as l')
    .innerJoin('survey_version as v', (on) =>
      on.onRef('v.workspace_id', '=', 'l.workspace_id').onRef('v.id', '=', 'l.survey_version_id'),
    )
    .select(['l.wave_id as waveId', 'v.survey_id as surveyId'])
    .where('l.workspace_id', '=', workspace.id)
    .where('l.persona_id', '=', personaId)
    .where('v.survey_id', 'in', surveyIds)
    .execute();
  return new Map(rows.map(({ waveId, surveyId }) => [waveId, surveyId]));
}

export interface OwnResponse {
  responseId: string;
  waveId: string;
  accountName: string | null;
  answeredAt: number;
}

/** What one person answered as ONE persona under a promise that lets it be shown with their name, newest first. */
export async function listOwnResponses(
  db: Db,
  workspace: Workspace,
  of: { personId: string; personaId: string; limit: number },
): Promise<OwnResponse[]> {
  const { personId } = of;
  const invited = responsesOf(db, workspace, of)
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'r.workspace_id').onRef('i.id', '=', 'r.invitation_id'),
    )
    .where('i.person_id', '=', personId);
  // From the few accounts where they hold a role: no key leads from a person to what was brought in for them.
  const others = responsesOf(db, workspace, of)
    .where('r.source', '<>', writtenOut('invited'))
    .where('r.account_id', 'in', (eb) =>
      eb
        .selectFrom('role_assignment as role')
        .select('role.account_id')
        .where('role.workspace_id', '=', workspace.id)
        .where('role.person_id', '=', personId),
    );
  const found = [...(await invited.execute()), ...(await others.execute())];
  return found.sort((a, b) => b.answeredAt - a.answeredAt).slice(0, of.limit);
}

function responsesOf(
  db: Db,
  workspace: Workspace,
  of: { personId: string; personaId: string; limit: number },
) {
  return db
    .selectFrom('response as r')
    .leftJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'r.workspace_id').onRef('a.id', '=', 'r.account_id'),
    )
    .select(['r.id as responseId', 'r.wave_id as waveId', 'r.answered_at as answeredAt'])
    .select('a.name as accountName')
    .where('r.workspace_id', '=', workspace.id)
    .where('r.person_id', '=', of.personId)
    .where('r.persona_id', '=', of.personaId)
    .where('r.confidentiality', '=', 'attributed')
    .orderBy('r.answered_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(of.limit);
}
