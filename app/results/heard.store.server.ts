import type { Db } from '#app/platform/db.server.ts';
import { preparedRows } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Countable } from './count-answers.server.ts';

const addRows = preparedRows(
  ['workspace_id', 'wave_id', 'persona_id', 'survey_version_id', 'responses'],
  (db, rows) =>
    db
      .insertInto('lane_heard')
      .values(rows)
      .onConflict((on) =>
        on.columns(['workspace_id', 'wave_id', 'persona_id']).doUpdateSet((eb) => ({
          responses: eb('lane_heard.responses', '+', eb.ref('excluded.responses')),
        })),
      ),
);

/** Counts people heard by lane; always in one order, so that two at once wait and never deadlock. */
export async function addHeard(tx: Db, workspace: Workspace, kept: readonly Countable[]): Promise<void> {
  const lanes = Map.groupBy(kept, ({ waveId, personaId }) => `${waveId} ${personaId}`);
  const rows = [...lanes.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => ({
      workspace_id: workspace.id,
      wave_id: own[0]!.waveId,
      persona_id: own[0]!.personaId,
      survey_version_id: own[0]!.surveyVersionId,
      responses: own.length,
    }));
  await addRows(tx, rows);
}

/**
 * Responses of a wave by persona, whatever was asked, those included that wait to be counted; counting them is free
 * (DOMAIN R3). One statement, so that none is seen in both places or in neither.
 */
export async function countHeard(db: Db, workspace: Workspace, waveId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('wave_lane as l')
    .leftJoin('lane_heard as heard', (on) =>
      on
        .onRef('heard.workspace_id', '=', 'l.workspace_id')
        .onRef('heard.wave_id', '=', 'l.wave_id')
        .onRef('heard.persona_id', '=', 'l.persona_id'),
    )
    .select(['l.persona_id', 'heard.responses'])
    .select(({ selectFrom }) =>
      selectFrom('waiting_count as w')
        .select(({ fn }) => fn.countAll<number>().as('responses'))
        .whereRef('w.workspace_id', '=', 'l.workspace_id')
        .whereRef('w.wave_id', '=', 'l.wave_id')
        .whereRef('w.persona_id', '=', 'l.persona_id')
        .as('waiting'),
    )
    .where('l.workspace_id', '=', workspace.id)
    .where('l.wave_id', '=', waveId)
    .execute();
  const heard = rows.map((row) => [row.persona_id, (row.responses ?? 0) + Number(row.waiting)] as const);
  return new Map(heard.filter(([, responses]) => responses > 0));
}
