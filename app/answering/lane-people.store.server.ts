import type { Db } from '#app/platform/db.server.ts';
import { preparedLook } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface LanePeople {
  /** How many were known to be there; null where nobody listed them. */
  known: number | null;
  heard: number;
}

/**
 * How many of a wave are known and how many were heard, by persona, whatever was asked, those included that wait to be
 * counted; counting them is free (DOMAIN R3). One statement, so that none is seen in both places or in neither.
 */
export async function findLanePeople(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<Map<string, LanePeople>> {
  return (await findPeopleOf(db, workspace, [waveId])).get(waveId) ?? new Map();
}

const findPeople = preparedLook((db, waveIds, slot) =>
  db
    .selectFrom('wave_lane as l')
    .leftJoin('lane_heard as heard', (on) =>
      on
        .onRef('heard.workspace_id', '=', 'l.workspace_id')
        .onRef('heard.wave_id', '=', 'l.wave_id')
        .onRef('heard.persona_id', '=', 'l.persona_id'),
    )
    .select(['l.wave_id as waveId', 'l.persona_id as personaId', 'l.known_people as known'])
    .select(['heard.responses'])
    .select(({ selectFrom }) =>
      selectFrom('waiting_count as w')
        .select(({ fn }) => fn.sum<number>('w.responses').as('responses'))
        .whereRef('w.workspace_id', '=', 'l.workspace_id')
        .whereRef('w.wave_id', '=', 'l.wave_id')
        .whereRef('w.persona_id', '=', 'l.persona_id')
        .as('waiting'),
    )
    .where('l.workspace_id', '=', slot('workspaceId'))
    .where('l.wave_id', 'in', waveIds),
);

/** The same of several waves, each by itself. */
export async function findPeopleOf(
  db: Db,
  workspace: Workspace,
  waveIds: readonly string[],
): Promise<Map<string, Map<string, LanePeople>>> {
  const rows = await findPeople(db, waveIds, { workspaceId: workspace.id });
  const waves = new Map(waveIds.map((id) => [id, new Map<string, LanePeople>()]));
  for (const { waveId, personaId, known, responses, waiting } of rows)
    waves.get(waveId)!.set(personaId, { known, heard: (responses ?? 0) + Number(waiting ?? 0) });
  return waves;
}
