import type { PersonaLabel } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findSurvey } from '../survey.store.server.ts';
import type { Twin } from './asked.ts';
import { listAsked } from './list-asked.server.ts';

export interface Twins {
  /** How the survey itself stands beside them, such as `draft of v4`. */
  own: { persona: PersonaLabel; version: string };
  /** What the other personas of the programme are asked; `twinsOf` finds those of one concept. */
  others: Twin[];
}

/** What other personas of its programme are asked, to tie questions by concept; null when there is no such survey. */
export async function readTwins(
  db: Db,
  workspace: Workspace,
  { surveyId }: { surveyId: string },
): Promise<Twins | null> {
  const survey = await findSurvey(db, workspace, surveyId);
  if (!survey) return null;
  const asked = await listAsked(db, workspace, survey.programmeId);
  const { persona, version } = asked.find((one) => one.surveyId === surveyId)!;
  const others = asked
    .filter((other) => other.persona.id !== persona.id)
    .flatMap(({ questions, name: surveyName, ...other }) =>
      questions.map((question) => ({ ...question, ...other, surveyName })),
    );
  return { own: { persona, version }, others };
}
