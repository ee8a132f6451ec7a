import type { Db } from '#app/platform/db.server.ts';
import { preparedLook } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { withoutPipes } from '#app/survey/logic/piping.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { type Question, QuestionSet } from '#app/survey/question.ts';
import type { AskedQuestion } from './asked-question.ts';

const findQuestions = preparedLook((db, versionIds, slot) =>
  db
    .selectFrom('question')
    .select([
      'survey_version_id as surveyVersionId',
      'question_key as key',
      'scale',
      'concept',
      'wording',
      'wording_key as wordingKey',
      'options',
    ])
    .where('workspace_id', '=', slot('workspaceId'))
    .where('survey_version_id', 'in', versionIds)
    .orderBy('position'),
);

/** The frozen questions of some versions, in the order asked. */
export async function listQuestions(
  db: Db,
  workspace: Workspace,
  versionIds: readonly string[],
): Promise<AskedQuestion[]> {
  const [frozen, rows] = await Promise.all([
    readFrozen(db, workspace, versionIds),
    findQuestions(db, versionIds, { workspaceId: workspace.id }),
  ]);
  return rows.map((row) => {
    const question = frozen.get(row.surveyVersionId)?.find(({ key }) => key === row.key);
    if (!question) throw new Error(`Version ${row.surveyVersionId} has no question ${row.key}.`);
    return {
      ...row,
      wording: withoutPipes(row.wording),
      options: JSON.parse(row.options) as AskedQuestion['options'],
      frozen: question,
      reading: roomOf(question).reading(question),
    };
  });
}

const findVersions = preparedLook((db, versionIds, slot) =>
  db
    .selectFrom('survey_version')
    .select(['id', 'definition'])
    .where('workspace_id', '=', slot('workspaceId'))
    .where('id', 'in', versionIds),
);

async function readFrozen(
  db: Db,
  workspace: Workspace,
  versionIds: readonly string[],
): Promise<Map<string, Question[]>> {
  const rows = await findVersions(db, versionIds, { workspaceId: workspace.id });
  return new Map(rows.map(({ id, definition }) => [id, QuestionSet.parse(JSON.parse(definition)).questions]));
}
