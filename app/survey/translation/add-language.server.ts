import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findSurvey } from '../survey.store.server.ts';
import { readTag } from './language.ts';
import { upsertTranslation } from './translation.store.server.ts';

export type AddedLanguage =
  | { kind: 'added'; language: string }
  | { kind: 'refused'; sentence: string }
  | { kind: 'unknown' };

/** Opens a language for translation; one that is open already is simply shown. */
export async function addLanguage(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  input: { surveyId: string; tag: string; actor: Actor },
): Promise<AddedLanguage> {
  const { surveyId, actor } = input;
  const survey = await findSurvey(db, workspace, surveyId);
  if (!survey) return { kind: 'unknown' };
  if (input.tag.trim() === '') return refused('Choose a language, or write the tag of another.');
  const language = readTag(input.tag);
  if (!language) return refused(`“${input.tag.trim()}” is no language tag. Write one such as de or pt-BR.`);
  if (readTag(survey.language) === language)
    return refused('The survey is written in this language. Choose another.');
  await upsertTranslation(db, workspace, {
    ...{ surveyId, language, actor, texts: {}, revision: 0, now: clock.now() },
  });
  return { kind: 'added', language };
}

function refused(sentence: string): AddedLanguage {
  return { kind: 'refused', sentence };
}
