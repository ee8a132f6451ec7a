import { type Draft, draftFrom } from '../draft/draft.ts';
import { inLanguage, textsOf } from '../texts.ts';
import type { KeptTexts } from '../translation/kept-text.ts';
import type { Pack } from './pack.ts';

/** The languages that a pack is written in. */
export const PACK_LANGUAGES = ['en', 'de'] as const;
export type PackLanguage = (typeof PACK_LANGUAGES)[number];

export interface BegunSurvey {
  language: PackLanguage;
  draft: Draft;
  translations: Record<string, KeptTexts>;
}

/** A draft from a pack in one of its languages, the other as its translation; English where it has none such. */
export function startFrom(pack: Pack, wanted: string): BegunSurvey {
  const language = PACK_LANGUAGES.find((one) => one === wanted) ?? 'en';
  const other = language === 'en' ? 'de' : 'en';
  const { translations: _, ...set } = inLanguage(pack.set, language);
  const translated = new Map(textsOf(inLanguage(pack.set, other)).map(({ place, text }) => [place, text]));
  const texts: KeptTexts = Object.fromEntries(
    textsOf(set).map(({ place, text: of }) => [place, { text: translated.get(place)!, of }]),
  );
  return { language, draft: draftFrom(set), translations: { [other]: texts } };
}
