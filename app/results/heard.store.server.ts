import { findLanePeople } from '#app/answering/lane-people.store.server.ts';
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

/** How many were heard in a wave, by persona; a persona of whom nobody was is not in it. */
export async function countHeard(db: Db, workspace: Workspace, waveId: string): Promise<Map<string, number>> {
  const lanes = [...(await findLanePeople(db, workspace, waveId))];
  return new Map(lanes.flatMap(([personaId, { heard }]) => (heard > 0 ? [[personaId, heard]] : [])));
}
