import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { roomOf } from '../question/rooms.ts';
import { type QuestionSet, scaleOf } from '../question.ts';
import { wordingKey } from '../wording-key.ts';

export interface VersionRow {
  id: string;
  surveyId: string;
  surveyName: string;
  programmeId: string;
  personaId: string;
  number: number;
  /** JSON, see `QuestionSet`. */
  definition: string;
  publishedBy: string;
  publishedAt: number;
}

function versions(db: Db, workspace: Workspace) {
  return db
    .selectFrom('survey_version')
    .innerJoin('survey', (join) =>
      join
        .onRef('survey.workspace_id', '=', 'survey_version.workspace_id')
        .onRef('survey.id', '=', 'survey_version.survey_id'),
    )
    .select([
      'survey_version.id',
      'survey_version.survey_id as surveyId',
      'survey.name as surveyName',
      'survey_version.programme_id as programmeId',
      'survey_version.persona_id as personaId',
      'survey_version.number',
      'survey_version.definition',
      'survey_version.published_by as publishedBy',
      'survey_version.published_at as publishedAt',
    ])
    .where('survey_version.workspace_id', '=', workspace.id);
}

/** All versions of one survey, the newest first. */
export async function listVersionRows(db: Db, workspace: Workspace, surveyId: string): Promise<VersionRow[]> {
  return versions(db, workspace)
    .where('survey_version.survey_id', '=', surveyId)
    .orderBy('number', 'desc')
    .execute();
}

/** All versions of one programme's surveys, the newest of each survey first. */
export async function listProgrammeVersionRows(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<VersionRow[]> {
  return versions(db, workspace)
    .where('survey_version.programme_id', '=', programmeId)
    .orderBy('survey.name')
    .orderBy('survey_version.number', 'desc')
    .execute();
}

/** The highest number published per survey. */
export async function lastNumbers(db: Db, workspace: Workspace): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('survey_version')
    .select(({ fn }) => ['survey_id as surveyId', fn.max('number').as('number')])
    .where('workspace_id', '=', workspace.id)
    .groupBy('survey_id')
    .execute();
  return new Map(rows.map(({ surveyId, number }) => [surveyId, number]));
}

export async function insertVersion(
  tx: Db,
  workspace: Workspace,
  version: Omit<VersionRow, 'surveyName' | 'definition'> & { set: QuestionSet },
): Promise<void> {
  await tx
    .insertInto('survey_version')
    .values({
      workspace_id: workspace.id,
      id: version.id,
      survey_id: version.surveyId,
      programme_id: version.programmeId,
      persona_id: version.personaId,
      number: version.number,
      definition: JSON.stringify(version.set),
      published_by: version.publishedBy,
      published_at: version.publishedAt,
    })
    .execute();
  await tx
    .insertInto('question')
    .values(questionRows(workspace, version.id, version.set))
    .execute();
}

function questionRows(workspace: Workspace, versionId: string, set: QuestionSet) {
  return set.questions.map((question, position) => ({
    workspace_id: workspace.id,
    survey_version_id: versionId,
    question_key: question.key,
    position,
    kind: question.kind,
    scale: scaleOf(question),
    concept: question.concept,
    wording: question.wording,
    wording_key: wordingKey(question.wording),
    options: JSON.stringify(roomOf(question).labels(question)),
  }));
}
