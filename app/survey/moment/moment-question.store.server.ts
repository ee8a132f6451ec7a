import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { LinkableQuestion, MomentQuestion } from './moment-question.ts';

export interface PersonaVersion {
  surveyId: string;
  surveyName: string;
  programmeId: string;
  /** JSON, see `QuestionSet`. */
  definition: string;
}

/** What one persona was published, by survey, the newest version of each first. */
export async function listPersonaVersions(
  db: Db,
  workspace: Workspace,
  personaId: string,
): Promise<PersonaVersion[]> {
  return db
    .selectFrom('survey_version as v')
    .innerJoin('survey as s', (on) =>
      on.onRef('s.workspace_id', '=', 'v.workspace_id').onRef('s.id', '=', 'v.survey_id'),
    )
    .select([
      'v.survey_id as surveyId',
      's.name as surveyName',
      'v.programme_id as programmeId',
      'v.definition',
    ])
    .where('v.workspace_id', '=', workspace.id)
    .where('v.persona_id', '=', personaId)
    .orderBy('s.name')
    .orderBy('v.survey_id')
    .orderBy('v.number', 'desc')
    .execute();
}

/** The questions about each moment of one persona. */
export async function listLinks(
  db: Db,
  workspace: Workspace,
  personaId: string,
): Promise<(MomentQuestion & { momentId: string })[]> {
  return db
    .selectFrom('moment_question')
    .select(['moment_id as momentId', 'survey_id as surveyId', 'question_key as key'])
    .where('workspace_id', '=', workspace.id)
    .where('persona_id', '=', personaId)
    .orderBy('moment_id')
    .orderBy('survey_id')
    .orderBy('question_key')
    .execute();
}

/** Puts these in the place of the questions that were linked to the moment. */
export async function replaceLinks(
  tx: Db,
  workspace: Workspace,
  of: { momentId: string; personaId: string },
  questions: readonly Pick<LinkableQuestion, 'surveyId' | 'programmeId' | 'key'>[],
): Promise<void> {
  await tx
    .deleteFrom('moment_question')
    .where('workspace_id', '=', workspace.id)
    .where('moment_id', '=', of.momentId)
    .execute();
  const keys = { workspace_id: workspace.id, moment_id: of.momentId, persona_id: of.personaId };
  const rows = questions.map(({ surveyId, programmeId, key }) => ({
    ...{ ...keys, survey_id: surveyId, programme_id: programmeId, question_key: key },
  }));
  if (rows.length > 0) await tx.insertInto('moment_question').values(rows).execute();
}
