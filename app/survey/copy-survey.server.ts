import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { assumedOf } from './compare/fit.ts';
import { sayMismatch } from './compare/mismatch.ts';
import { type CreatedSurvey, createSurvey } from './create-survey.server.ts';
import { Draft, type DraftQuestion } from './draft/draft.ts';
import { findSurvey } from './survey.store.server.ts';
import { listTranslations } from './translation/translation.store.server.ts';
import { lastNumbers } from './version/version.store.server.ts';

export type CopiedSurvey =
  | {
      kind: 'copied';
      id: string;
      /** What has to be rewritten before the copy can go out; null where every question fits. */
      mismatch: { code: 'QUESTION_SET_MISMATCH'; message: string; questions: DraftQuestion[] } | null;
    }
  | { kind: 'unknown' }
  | Exclude<CreatedSurvey, { kind: 'created' }>;

export interface SurveyCopy {
  surveyId: string;
  personaId: string;
  /** Absent: the programme it is in. */
  programmeId?: string | undefined;
  /** Absent: the name it has. */
  name?: string | undefined;
  actor: Actor;
}

/**
 * A new draft for a persona with the questions, concepts and translations of another survey. A question that takes
 * another persona's work for granted keeps saying so, and is not published before somebody rewrote it (DOMAIN A5).
 */
export async function copySurvey(
  house: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { surveyId, personaId, actor, ...input }: SurveyCopy,
): Promise<CopiedSurvey> {
  const survey = await findSurvey(house.db, workspace, surveyId);
  if (!survey) return { kind: 'unknown' };
  const original = Draft.parse(JSON.parse(survey.draft));
  const translations = await listTranslations(house.db, workspace, surveyId);
  const created = await createSurvey(house, workspace, {
    programmeId: input.programmeId ?? survey.programmeId,
    personaId,
    name: input.name ?? survey.name,
    language: survey.language,
    start: {
      // What somebody stood by was said to the other persona.
      draft: { ...original, accepted: personaId === survey.personaId ? original.accepted : [] },
      translations: Object.fromEntries(translations.map(({ language, texts }) => [language, texts])),
      actor,
    },
  });
  if (created.kind !== 'created') return created;
  const personas = await listPersonas(house.db, workspace);
  const [owner, wanted] = [survey.personaId, personaId].map((id) => personas.find((one) => one.id === id)!);
  const questions = original.questions.filter((question) => assumedOf(question, wanted!) !== null);
  if (questions.length === 0) return { kind: 'copied', id: created.id, mismatch: null };
  const number = (await lastNumbers(house.db, workspace)).get(surveyId) ?? null;
  const assumed = questions.map((question) => assumedOf(question, wanted!)!);
  const message = sayMismatch({ owner: owner!, number, wanted: wanted!, assumed });
  const mismatch = { code: 'QUESTION_SET_MISMATCH', message, questions } as const;
  return { kind: 'copied', id: created.id, mismatch };
}
