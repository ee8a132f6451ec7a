import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

export interface SurveyRow {
  id: string;
  programmeId: string;
  programmeName: string;
  personaId: string;
  name: string;
  language: string;
  /** JSON, see `Draft`. */
  draft: string;
  revision: number;
  updatedAt: number;
  /** The member who saved last; null before migration 5 and for what no member wrote. */
  updatedBy: string | null;
}

function surveys(db: Db, workspace: Workspace) {
  return (
    db
      .selectFrom('survey')
      .innerJoin('programme', (join) =>
        join
          .onRef('programme.workspace_id', '=', 'survey.workspace_id')
          .onRef('programme.id', '=', 'survey.programme_id'),
      )
      .select([
        'survey.id',
        'survey.programme_id as programmeId',
        'programme.name as programmeName',
        'survey.persona_id as personaId',
        'survey.name',
        'survey.language',
        'survey.draft',
        'survey.revision',
        'survey.updated_at as updatedAt',
        'survey.updated_by as updatedBy',
      ])
      .where('survey.workspace_id', '=', workspace.id)
      // What was asked elsewhere and imported is not written, changed or frozen here.
      .where('programme.origin', '=', 'asked')
  );
}

export async function findSurvey(db: Db, workspace: Workspace, id: string): Promise<SurveyRow | undefined> {
  return surveys(db, workspace).where('survey.id', '=', id).executeTakeFirst();
}

/** Surveys of the workspace, or of one programme, the newest first. */
export async function listSurveyRows(
  db: Db,
  workspace: Workspace,
  programmeId?: string,
): Promise<SurveyRow[]> {
  const all = surveys(db, workspace).orderBy('survey.created_at', 'desc').orderBy('survey.id', 'desc');
  return (programmeId ? all.where('survey.programme_id', '=', programmeId) : all).execute();
}

/** True when surveys can be written for this programme; an imported one holds answers given elsewhere. */
export async function isAskingProgramme(db: Db, workspace: Workspace, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('programme')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('origin', '=', 'asked')
    .where('state', '!=', 'shut')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertSurvey(
  db: Db,
  workspace: Workspace,
  survey: Omit<SurveyRow, 'programmeName' | 'updatedAt' | 'updatedBy'> & { createdAt: number },
): Promise<void> {
  await db
    .insertInto('survey')
    .values({
      workspace_id: workspace.id,
      id: survey.id,
      programme_id: survey.programmeId,
      persona_id: survey.personaId,
      name: survey.name,
      language: survey.language,
      draft: survey.draft,
      revision: survey.revision,
      created_at: survey.createdAt,
      updated_at: survey.createdAt,
    })
    .execute();
}

/** Writes the draft if it is still at `revision`; false when somebody was quicker. */
export async function updateDraft(
  db: Db,
  workspace: Workspace,
  change: { id: string; revision: number; draft: string; now: number; by: Actor | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('survey')
    .set({
      draft: change.draft,
      revision: change.revision + 1,
      updated_at: change.now,
      updated_by: change.by,
    })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', change.id)
    .where('revision', '=', change.revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Holds the survey until the transaction ends, so that two freezes wait for each other on both engines. */
export async function lockSurvey(tx: Db, workspace: Workspace, id: string): Promise<void> {
  await tx
    .updateTable('survey')
    .set((row) => ({ revision: row.ref('revision') }))
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .execute();
}
