import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { Draft } from '../draft/draft.ts';
import { withoutPipes } from '../logic/piping.ts';
import { findSurvey, type SurveyRow } from '../survey.store.server.ts';
import { lastNumbers } from '../version/version.store.server.ts';
import { type Fit, fitOf } from './fit.ts';
import { sayMismatch } from './mismatch.ts';

export interface FitLine {
  key: string;
  /** From 1. */
  number: number;
  wording: string;
  fit: Fit;
}

export interface FittedSurvey extends Omit<SurveyRow, 'draft'> {
  persona: Persona;
  questions: number;
}

export interface CopyPlan {
  original: FittedSurvey;
  /** Null while nobody is chosen, or for one who is not there. */
  wanted: Persona | null;
  /** How each question fits whom it is wanted for. */
  lines: FitLine[];
  /** `QUESTION_SET_MISMATCH` in words; null where nothing has to be rewritten. */
  mismatch: string | null;
  /** A copy that was made of it, and how its questions fit as they read now. */
  made: { survey: FittedSurvey; lines: FitLine[] } | null;
}

/** How a survey would fit another persona, and how a copy of it does now; null when there is no such survey. */
export async function readCopyPlan(
  db: Db,
  workspace: Workspace,
  input: { surveyId: string; personaId: string | null; madeId: string | null },
): Promise<CopyPlan | null> {
  const personas = await listPersonas(db, workspace);
  const original = await fitted(db, workspace, input.surveyId, personas);
  if (!original) return null;
  const wanted = personas.find(({ id, closedAt }) => id === input.personaId && closedAt === null) ?? null;
  const made = input.madeId ? await fitted(db, workspace, input.madeId, personas) : null;
  const lines = wanted ? linesOf(original.draft, wanted) : [];
  const assumed = lines.flatMap(({ fit }) => (fit.kind === 'assumes' ? [fit.base] : []));
  const number = (await lastNumbers(db, workspace)).get(input.surveyId) ?? null;
  const owner = original.survey.persona;
  return {
    original: original.survey,
    wanted,
    lines,
    mismatch: wanted && assumed.length > 0 ? sayMismatch({ owner, number, wanted, assumed }) : null,
    made: made && { survey: made.survey, lines: linesOf(made.draft, made.survey.persona) },
  };
}

async function fitted(db: Db, workspace: Workspace, id: string, personas: readonly Persona[]) {
  const row = await findSurvey(db, workspace, id);
  if (!row) return null;
  const { draft: kept, ...survey } = row;
  const draft = Draft.parse(JSON.parse(kept));
  const persona = personas.find((one) => one.id === survey.personaId)!;
  return { survey: { ...survey, persona, questions: draft.questions.length }, draft };
}

function linesOf(draft: Draft, persona: Persona): FitLine[] {
  return draft.questions.map((question, index) => {
    const wording = withoutPipes(question.wording, persona.name);
    return { key: question.key, number: index + 1, wording, fit: fitOf(question, persona) };
  });
}
