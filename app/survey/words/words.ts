import { type Html, html } from '#app/platform/html.ts';
import { closestLanguage, isSameLanguage } from '../translation/chosen-language.ts';
import { CATALOGUES, type WrittenLanguage } from './catalogues.ts';
import { makeWords, type Words } from './speech.ts';

/** The words in this language, or in its base language, or in English. */
export function wordsIn(language: string): Words {
  return spokenFor(language).words;
}

/** Marks an element whose words are not in the language of its page, because the product has none in it. */
export function foreignTo(language: string): Html | null {
  return spokenFor(language).mark;
}

interface Spoken {
  words: Words;
  mark: Html | null;
}

/** By the tag asked for, because a page asks many times; tags come from browsers too, so only so many are kept. */
const spoken = new Map<string, Spoken>();
const MOST_SPOKEN = 300;

function spokenFor(language: string): Spoken {
  const known = spoken.get(language);
  if (known) return known;
  const words = wordsOf(closestLanguage(language, TAGS) ?? 'en');
  const isOwn = isSameLanguage(words.language, language);
  const mark = isOwn ? null : html` lang="${words.language}" dir="${words.direction}"`;
  if (spoken.size >= MOST_SPOKEN) spoken.clear();
  spoken.set(language, { words, mark });
  return { words, mark };
}

const TAGS = Object.keys(CATALOGUES) as WrittenLanguage[];
const made = new Map<WrittenLanguage, Words>();

function wordsOf(tag: WrittenLanguage): Words {
  const known = made.get(tag);
  if (known) return known;
  const fresh = makeWords(tag, CATALOGUES[tag]);
  made.set(tag, fresh);
  return fresh;
}
