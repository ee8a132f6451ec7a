import type { Db } from '#app/platform/db.server.ts';
import { writtenOut } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { LaneDebt } from './debt.ts';

interface Which {
  programmeId?: string;
  waveId?: string;
  personaIds?: readonly string[];
  /** Promised for a day before this one. */
  promisedBefore?: string;
}

/**
 * What the lanes of sent waves owe, the longest promised first. Both numbers are kept as sums: how many answers a lane
 * has costs nothing here.
 */
export async function listDebts(db: Db, workspace: Workspace, which: Which): Promise<LaneDebt[]> {
  let lanes = db
    .selectFrom('wave_lane as l')
    .innerJoin('wave', (on) =>
      on.onRef('wave.workspace_id', '=', 'l.workspace_id').onRef('wave.id', '=', 'l.wave_id'),
    )
    .innerJoin('persona as p', (on) =>
      on.onRef('p.workspace_id', '=', 'l.workspace_id').onRef('p.id', '=', 'l.persona_id'),
    )
    .innerJoin('programme', (on) =>
      on.onRef('programme.workspace_id', '=', 'l.workspace_id').onRef('programme.id', '=', 'l.programme_id'),
    )
    .leftJoin('lane_heard as heard', (on) =>
      on
        .onRef('heard.workspace_id', '=', 'l.workspace_id')
        .onRef('heard.wave_id', '=', 'l.wave_id')
        .onRef('heard.persona_id', '=', 'l.persona_id'),
    )
    .select(['l.wave_id as waveId', 'wave.name as waveName', 'l.persona_id as personaId', 'p.plural'])
    .select(['l.told', 'l.promise_on as promiseOn', 'heard.responses', 'programme.confidentiality'])
    .select(({ selectFrom }) =>
      selectFrom('waiting_count as w')
        .select(({ fn }) => fn.sum<number>('w.responses').as('responses'))
        .whereRef('w.workspace_id', '=', 'l.workspace_id')
        .whereRef('w.wave_id', '=', 'l.wave_id')
        .whereRef('w.persona_id', '=', 'l.persona_id')
        .as('waiting'),
    )
    .where('l.workspace_id', '=', workspace.id)
    .where('wave.kind', '=', writtenOut('asked'))
    .where('wave.sent_at', 'is not', null)
    .orderBy('l.promise_on')
    .orderBy('wave.sent_at')
    .orderBy('l.persona_id');
  if (which.programmeId !== undefined) lanes = lanes.where('l.programme_id', '=', which.programmeId);
  if (which.waveId !== undefined) lanes = lanes.where('l.wave_id', '=', which.waveId);
  if (which.personaIds !== undefined) lanes = lanes.where('l.persona_id', 'in', which.personaIds);
  if (which.promisedBefore !== undefined) lanes = lanes.where('l.promise_on', '<', which.promisedBefore);
  const rows = await lanes.execute();
  return rows.map(({ responses, waiting, confidentiality, ...lane }) => ({
    ...lane,
    isQuiet: confidentiality !== 'attributed',
    heard: (responses ?? 0) + Number(waiting ?? 0),
  }));
}

/** What each lane promises its respondents, as of its first send: changing the purpose later moves no promise. */
export async function fixPromises(tx: Db, workspace: Workspace, waveId: string): Promise<void> {
  await tx
    .updateTable('wave_lane')
    .set(({ selectFrom }) => ({
      promise_on: selectFrom('purpose as p')
        .select('p.promise_on')
        .whereRef('p.workspace_id', '=', 'wave_lane.workspace_id')
        .whereRef('p.programme_id', '=', 'wave_lane.programme_id')
        .whereRef('p.persona_id', '=', 'wave_lane.persona_id')
        .where('p.promise_on', '<>', ''),
    }))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('promise_on', 'is', null)
    .execute();
}
