import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { withoutPipes } from '../logic/piping.ts';
import { roomOf } from '../question/rooms.ts';
import { QuestionSet } from '../question.ts';
import { listPersonaVersions } from './moment-question.store.server.ts';
import type { LinkableQuestion } from './moment-question.ts';

/** The questions of the newest version of each survey of ONE persona that take an answer. */
export async function listLinkable(
  db: Db,
  workspace: Workspace,
  personaId: string,
): Promise<LinkableQuestion[]> {
  const versions = await listPersonaVersions(db, workspace, personaId);
  const newest = versions.filter(({ surveyId }, at) => versions[at - 1]?.surveyId !== surveyId);
  return newest.flatMap(({ definition, ...survey }) =>
    QuestionSet.parse(JSON.parse(definition))
      .questions.filter((question) => roomOf(question).reading(question).view !== 'none')
      .map(({ key, wording }) => ({ ...survey, key, wording: withoutPipes(wording) })),
  );
}
