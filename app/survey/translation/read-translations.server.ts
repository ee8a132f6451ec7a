import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { Draft } from '../draft/draft.ts';
import type { QuestionSet } from '../question.ts';
import { findSurvey } from '../survey.store.server.ts';
import { frozenTexts } from './frozen-texts.ts';
import { type Original, originalsOf, originalsOfSet } from './original.ts';
import { type Progress, progressOf } from './progress.ts';
import { listTranslations, type Translation } from './translation.store.server.ts';

export interface TranslatedSurvey {
  name: string;
  /** The language that the survey is written in. */
  language: string;
  /** The texts of its draft in the order they are read. */
  originals: Original[];
  translations: (Translation & { progress: Progress })[];
}

/** A survey's draft with its languages and how far each is; null when this workspace has no such survey. */
export async function readTranslations(
  db: Db,
  workspace: Workspace,
  surveyId: string,
): Promise<TranslatedSurvey | null> {
  const survey = await findSurvey(db, workspace, surveyId);
  if (!survey) return null;
  const originals = originalsOf(Draft.parse(JSON.parse(survey.draft)));
  const kept = await listTranslations(db, workspace, surveyId);
  const translations = kept.map((one) => ({ ...one, progress: progressOf(originals, one.texts) }));
  return { name: survey.name, language: survey.language, originals, translations };
}

/** The same for one language; null where the survey or the language is none of this workspace. */
export async function readTranslation(
  db: Db,
  workspace: Workspace,
  { surveyId, language }: { surveyId: string; language: string },
): Promise<
  (Omit<TranslatedSurvey, 'translations'> & { translation: Translation; progress: Progress }) | null
> {
  const survey = await readTranslations(db, workspace, surveyId);
  const found = survey?.translations.find((one) => one.language === language);
  if (!survey || !found) return null;
  const { progress, ...translation } = found;
  const { name, originals } = survey;
  return { name, language: survey.language, originals, translation, progress };
}

/**
 * The translations that a version freezes: nothing for places it does not have, and a language only when
 * it has a text. Undefined where there is none, so that a set without translations stays as it was.
 */
export async function translationsToFreeze(
  db: Db,
  workspace: Workspace,
  surveyId: string,
  set: QuestionSet,
): Promise<QuestionSet['translations']> {
  const originals = originalsOfSet(set);
  const languages = (await listTranslations(db, workspace, surveyId))
    .map(({ language, texts }) => [language, frozenTexts(originals, texts)] as const)
    .filter(([, texts]) => Object.keys(texts).length > 0);
  return languages.length > 0 ? Object.fromEntries(languages) : undefined;
}
