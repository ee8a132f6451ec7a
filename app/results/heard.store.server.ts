import { findPeopleOf } from '#app/answering/lane-people.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import { preparedRows } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { LaneCount } from './lane-count.ts';

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

/** Adds people to those heard in each lane. */
export async function addHeard(tx: Db, workspace: Workspace, counts: readonly LaneCount[]): Promise<void> {
  await addRows(
    tx,
    counts.map(({ waveId, personaId, surveyVersionId, responses }) => ({
      workspace_id: workspace.id,
      wave_id: waveId,
      persona_id: personaId,
      survey_version_id: surveyVersionId,
      responses,
    })),
  );
}

/** How many were heard in a wave, by persona; a persona of whom nobody was is not in it. */
export async function countHeard(db: Db, workspace: Workspace, waveId: string): Promise<Map<string, number>> {
  return (await countHeardIn(db, workspace, [waveId])).get(waveId)!;
}

/** The same of several waves, each by itself. */
export async function countHeardIn(
  db: Db,
  workspace: Workspace,
  waveIds: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const waves = await findPeopleOf(db, workspace, waveIds);
  return new Map(
    [...waves].map(([waveId, lanes]) => [
      waveId,
      new Map([...lanes].flatMap(([personaId, { heard }]) => (heard > 0 ? [[personaId, heard]] : []))),
    ]),
  );
}
