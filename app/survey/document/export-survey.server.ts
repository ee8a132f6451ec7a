import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readSurvey } from '../read-survey.server.ts';
import { listTranslations } from '../translation/translation.store.server.ts';
import { readVersion } from '../version/read-version.server.ts';
import type { SurveyDocument } from './survey-document.ts';
import { documentOfDraft, documentOfSet } from './write-document.ts';

/** A survey's draft, or the published version of this number, as a document; null where there is none. */
export async function exportSurvey(
  { db, env }: Pick<House, 'db' | 'env'>,
  workspace: Workspace,
  { surveyId, number }: { surveyId: string; number: number | null },
): Promise<SurveyDocument | null> {
  const survey = await readSurvey(db, workspace, surveyId);
  if (!survey) return null;
  const personas = await listPersonas(db, workspace);
  const head = {
    ...{ name: survey.name, language: survey.language, publicUrl: env.publicUrl },
    persona: personas.find(({ id }) => id === survey.personaId)?.plural ?? survey.personaId,
  };
  if (number !== null) {
    const version = await readVersion(db, workspace, { surveyId, number });
    return version && documentOfSet({ ...head, version: number }, version.set);
  }
  const kept = await listTranslations(db, workspace, surveyId);
  const translations = Object.fromEntries(
    kept.map(({ language, texts }) => [
      language,
      Object.fromEntries(Object.entries(texts).map(([place, { text }]) => [place, text])),
    ]),
  );
  return documentOfDraft(head, survey.draft, translations);
}
