import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Confidentiality } from '../confidentiality.ts';

/** A wave of answers that were given elsewhere. Times are ms. */
export interface ImportedWave {
  id: string;
  programmeId: string;
  name: string;
  confidentiality: Confidentiality;
  sentAt: number | null;
  closedAt: number | null;
}

function importedWaves(db: Db, workspace: Workspace) {
  return db
    .selectFrom('wave')
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'wave.workspace_id').onRef('p.id', '=', 'wave.programme_id'),
    )
    .select([
      'wave.id',
      'wave.programme_id as programmeId',
      'wave.name',
      'p.confidentiality',
      'wave.sent_at as sentAt',
      'wave.closed_at as closedAt',
    ])
    .where('wave.workspace_id', '=', workspace.id)
    .where('p.origin', '=', 'imported');
}

export async function findImportedWaveById(
  db: Db,
  workspace: Workspace,
  id: string,
): Promise<ImportedWave | undefined> {
  return importedWaves(db, workspace).where('wave.id', '=', id).executeTakeFirst();
}

/** The imported programme of this name: two files name it alike to share it. */
export async function findImportedProgramme(
  db: Db,
  workspace: Workspace,
  name: string,
): Promise<{ id: string; confidentiality: Confidentiality } | undefined> {
  return db
    .selectFrom('programme')
    .select(['id', 'confidentiality'])
    .where('workspace_id', '=', workspace.id)
    .where('origin', '=', 'imported')
    .where('name', '=', name)
    .orderBy('created_at')
    .executeTakeFirst();
}

export async function findImportedWave(
  db: Db,
  workspace: Workspace,
  programmeId: string,
  name: string,
): Promise<ImportedWave | undefined> {
  return importedWaves(db, workspace)
    .where('wave.programme_id', '=', programmeId)
    .where('wave.name', '=', name)
    .orderBy('wave.created_at')
    .executeTakeFirst();
}

/** What each persona of a wave was asked, as the frozen JSON of its version. */
export async function listDefinitions(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<{ personaId: string; versionId: string; definition: string }[]> {
  return db
    .selectFrom('wave_lane as l')
    .innerJoin('survey_version as v', (on) =>
      on.onRef('v.workspace_id', '=', 'l.workspace_id').onRef('v.id', '=', 'l.survey_version_id'),
    )
    .select(['l.persona_id as personaId', 'l.survey_version_id as versionId', 'v.definition'])
    .where('l.workspace_id', '=', workspace.id)
    .where('l.wave_id', '=', waveId)
    .execute();
}

/** A wave that nobody sent: it shows in results once an answer in it has a persona. */
export async function insertImportedWave(
  tx: Db,
  workspace: Workspace,
  wave: { id: string; programmeId: string; name: string; createdAt: number },
): Promise<void> {
  await tx
    .insertInto('wave')
    .values({
      workspace_id: workspace.id,
      id: wave.id,
      programme_id: wave.programmeId,
      name: wave.name,
      state: 'draft',
      kind: 'asked',
      created_at: wave.createdAt,
    })
    .execute();
}

/** How many people held the role then is not known, so N stays open. */
export async function insertImportedLane(
  tx: Db,
  workspace: Workspace,
  lane: { waveId: string; programmeId: string; personaId: string; versionId: string },
): Promise<void> {
  await tx
    .insertInto('wave_lane')
    .values({
      workspace_id: workspace.id,
      wave_id: lane.waveId,
      programme_id: lane.programmeId,
      persona_id: lane.personaId,
      survey_version_id: lane.versionId,
      known_people: null,
      chosen_response_id: null,
    })
    .execute();
}

/** Writes the days between which the wave was answered. */
export async function writeDays(
  tx: Db,
  workspace: Workspace,
  waveId: string,
  days: { first: number; last: number },
): Promise<void> {
  await tx
    .updateTable('wave')
    .set({ state: 'closed', sent_at: days.first, closed_at: days.last })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .execute();
}
