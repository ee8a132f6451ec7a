import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { ProgrammeState } from '../programme-words.ts';
import type { Wave, WaveLane } from './wave.ts';

function waves(db: Db, workspace: Workspace) {
  return (
    db
      .selectFrom('wave')
      .innerJoin('programme', (join) =>
        join
          .onRef('programme.workspace_id', '=', 'wave.workspace_id')
          .onRef('programme.id', '=', 'wave.programme_id'),
      )
      .select([
        'wave.id',
        'wave.name',
        'wave.state',
        'wave.kind',
        'wave.programme_id as programmeId',
        'programme.name as programmeName',
        'programme.state as programmeState',
        'wave.created_at as createdAt',
        'wave.sent_at as sentAt',
        'wave.closed_at as closedAt',
      ])
      .where('wave.workspace_id', '=', workspace.id)
      // What was answered elsewhere and imported was never sent from here.
      .where('programme.origin', '=', 'asked')
  );
}

export type WaveRow = Omit<Wave, 'lanes'> & { programmeState: ProgrammeState };

export async function findWave(db: Db, workspace: Workspace, id: string): Promise<WaveRow | undefined> {
  return waves(db, workspace).where('wave.id', '=', id).executeTakeFirst();
}

/** A wave that asks people by name; whoever comes through a link was never invited, and nobody can be invited to it. */
export async function findAskingWave(db: Db, workspace: Workspace, id: string): Promise<WaveRow | undefined> {
  return waves(db, workspace).where('wave.id', '=', id).where('wave.kind', '=', 'asked').executeTakeFirst();
}

/** Waves of the workspace, or of one programme, the newest first. */
export async function listWaveRows(db: Db, workspace: Workspace, programmeId?: string): Promise<WaveRow[]> {
  const all = waves(db, workspace).orderBy('wave.created_at', 'desc').orderBy('wave.id', 'desc');
  return (programmeId ? all.where('wave.programme_id', '=', programmeId) : all).execute();
}

export async function listLanes(db: Db, workspace: Workspace, waveId: string): Promise<WaveLane[]> {
  return db
    .selectFrom('wave_lane')
    .innerJoin('survey_version', (join) =>
      join
        .onRef('survey_version.workspace_id', '=', 'wave_lane.workspace_id')
        .onRef('survey_version.id', '=', 'wave_lane.survey_version_id'),
    )
    .innerJoin('survey', (join) =>
      join
        .onRef('survey.workspace_id', '=', 'survey_version.workspace_id')
        .onRef('survey.id', '=', 'survey_version.survey_id'),
    )
    .select([
      'wave_lane.persona_id as personaId',
      'wave_lane.survey_version_id as versionId',
      'wave_lane.known_people as knownPeople',
      'survey_version.survey_id as surveyId',
      'survey_version.number',
      'survey.name as surveyName',
    ])
    .where('wave_lane.workspace_id', '=', workspace.id)
    .where('wave_lane.wave_id', '=', waveId)
    .execute();
}

export async function insertWave(
  tx: Db,
  workspace: Workspace,
  wave: {
    id: string;
    programmeId: string;
    name: string;
    createdAt: number;
    lanes: { personaId: string; versionId: string }[];
    /** Open to whoever holds the link, from the start. */
    isLink?: boolean;
  },
): Promise<void> {
  const { id: wave_id, programmeId: programme_id } = wave;
  await tx
    .insertInto('wave')
    .values({
      workspace_id: workspace.id,
      id: wave_id,
      programme_id,
      name: wave.name,
      ...(wave.isLink
        ? { state: 'open', kind: 'link', sent_at: wave.createdAt }
        : { state: 'draft', kind: 'asked' }),
      created_at: wave.createdAt,
    })
    .execute();
  const rows = wave.lanes.map(({ personaId, versionId }) => ({
    workspace_id: workspace.id,
    wave_id,
    programme_id,
    persona_id: personaId,
    survey_version_id: versionId,
    known_people: null,
    chosen_response_id: null,
  }));
  await tx.insertInto('wave_lane').values(rows).execute();
}

/** Holds the wave until the transaction ends, so that two sends wait for each other on both engines. */
export async function lockWave(tx: Db, workspace: Workspace, id: string): Promise<void> {
  await tx
    .updateTable('wave')
    .set((row) => ({ state: row.ref('state') }))
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .execute();
}

/** A draft becomes open; a wave that is open keeps the time of its first send. */
export async function markOpen(tx: Db, workspace: Workspace, id: string, now: number): Promise<void> {
  await tx
    .updateTable('wave')
    .set({ state: 'open', sent_at: now })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute();
}

/** True when the wave was open and is closed now. */
export async function markClosed(tx: Db, workspace: Workspace, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('wave')
    .set({ state: 'closed', closed_at: now })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Writes N, the roles that could have been heard, at each send of the wave. No send makes it less: a later one to people who
 * came since must not hear more than it knows.
 */
export async function raiseKnownPeople(
  tx: Db,
  workspace: Workspace,
  lane: { waveId: string; personaId: string; people: number },
): Promise<void> {
  await tx
    .updateTable('wave_lane')
    .set({ known_people: lane.people })
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', lane.waveId)
    .where('persona_id', '=', lane.personaId)
    .where((where) => where.or([where('known_people', 'is', null), where('known_people', '<', lane.people)]))
    .execute();
}

/** Takes one out of N: somebody said, before they answered, that the role was not theirs. */
export async function lowerKnownPeople(
  tx: Db,
  workspace: Workspace,
  lane: { waveId: string; personaId: string },
): Promise<void> {
  await tx
    .updateTable('wave_lane')
    .set((eb) => ({ known_people: eb('known_people', '-', 1) }))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', lane.waveId)
    .where('persona_id', '=', lane.personaId)
    .where('known_people', '>', 0)
    .execute();
}
