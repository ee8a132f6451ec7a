import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** What one persona of a wave gets, and why it is asked. */
export async function findLane(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: { waveId: string; personaId: string },
) {
  return db
    .selectFrom('wave_lane as lane')
    .innerJoin('persona as p', (on) =>
      on.onRef('p.workspace_id', '=', 'lane.workspace_id').onRef('p.id', '=', 'lane.persona_id'),
    )
    .innerJoin('survey_version as v', (on) =>
      on.onRef('v.workspace_id', '=', 'lane.workspace_id').onRef('v.id', '=', 'lane.survey_version_id'),
    )
    .innerJoin('survey as s', (on) =>
      on.onRef('s.workspace_id', '=', 'v.workspace_id').onRef('s.id', '=', 'v.survey_id'),
    )
    .leftJoin('purpose as pu', (on) =>
      on
        .onRef('pu.workspace_id', '=', 'lane.workspace_id')
        .onRef('pu.programme_id', '=', 'lane.programme_id')
        .onRef('pu.persona_id', '=', 'lane.persona_id'),
    )
    .select(['p.name as personaName', 'v.definition', 'v.survey_id as surveyId', 'v.number', 's.language'])
    .select(['pu.decision', 'pu.decide_on as decideOn'])
    .where('lane.workspace_id', '=', workspace.id)
    .where('lane.wave_id', '=', waveId)
    .where('lane.persona_id', '=', personaId)
    .executeTakeFirst();
}

export const TEST_ACT = 'send_test_letter';

/** Test letters of a member since then, as the audit trail has them. */
export async function countTests(
  db: Db,
  workspace: Workspace,
  { actor, since }: { actor: string; since: number },
): Promise<number> {
  const row = await db
    .selectFrom('audit_entry')
    .select(({ fn }) => fn.countAll<number>().as('tests'))
    .where('workspace_id', '=', workspace.id)
    .where('act', '=', TEST_ACT)
    .where('actor', '=', actor)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.tests);
}
