import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type AskedSurvey, type ComparedRow, compareAsked } from '#app/survey/compare/asked.ts';
import { listAsked } from '#app/survey/compare/list-asked.server.ts';
import { findProgramme } from './programme.store.server.ts';
import type { Programme } from './programme.ts';

export interface ComparedColumn {
  persona: Persona;
  /** The newest first. */
  surveys: Pick<AskedSurvey, 'surveyId' | 'name' | 'version'>[];
}

export interface ComparedQuestions {
  programme: Programme;
  /** Every persona in lane order, custom ones after their base; closed ones only where something was written. */
  columns: ComparedColumn[];
  rows: ComparedRow[];
}

/** What a programme asks of whom, in the newest words there are; null when there is none. */
export async function compareQuestions(
  db: Db,
  workspace: Workspace,
  { programmeId }: { programmeId: string },
): Promise<ComparedQuestions | null> {
  const programme = await findProgramme(db, workspace, programmeId);
  if (!programme) return null;
  const asked = await listAsked(db, workspace, programmeId);
  const columns = (await listPersonas(db, workspace)).map((persona) => ({
    persona,
    surveys: asked
      .filter((survey) => survey.persona.id === persona.id)
      .map(({ surveyId, name, version }) => ({ surveyId, name, version })),
  }));
  return {
    programme,
    columns: columns.filter(({ persona, surveys }) => persona.closedAt === null || surveys.length > 0),
    rows: compareAsked(asked),
  };
}
