import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { emptyDraft } from '../draft/draft.ts';
import type { QuestionSet } from '../question.ts';
import { insertSurvey } from '../survey.store.server.ts';
import { insertVersion } from './version.store.server.ts';

export interface AskedElsewhere {
  surveyId: string;
  versionId: string;
  programmeId: string;
  personaId: string;
  name: string;
  /** BCP 47; `und` where nobody said. */
  language: string;
  set: QuestionSet;
  actor: Actor;
  now: number;
}

/**
 * Writes down what one persona was asked outside this workspace, frozen at once as version 1: it was asked
 * already, so it has no draft and needs no purpose. Part of the transaction that opens its lane.
 */
export async function freezeAskedElsewhere(
  tx: Db,
  workspace: Workspace,
  asked: AskedElsewhere,
): Promise<void> {
  const { surveyId, versionId, programmeId, personaId, name, language, set, actor, now } = asked;
  const draft = JSON.stringify(emptyDraft());
  await insertSurvey(tx, workspace, {
    id: surveyId,
    programmeId,
    personaId,
    name,
    language,
    draft,
    revision: 1,
    createdAt: now,
  });
  await insertVersion(tx, workspace, {
    id: versionId,
    surveyId,
    programmeId,
    personaId,
    number: 1,
    set,
    publishedBy: actor,
    publishedAt: now,
  });
}
