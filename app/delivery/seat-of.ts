import { inSentence } from '#app/persona/persona.ts';
import type { Words } from '#app/survey/words/speech.ts';

/** Why somebody is written to, for a sentence of these words. Without an article: a name may want either. */
export function seatOf(
  { personaName, accountName }: { personaName: string; accountName: string },
  words: Words,
) {
  return { persona: nameWithin(personaName, words), account: accountName };
}

/** A persona's name in the middle of a sentence: where nouns keep their capital or have none, it stays as it was written. */
export function nameWithin(name: string, words: Words): string {
  return words.language === 'en' ? inSentence(name) : name;
}
