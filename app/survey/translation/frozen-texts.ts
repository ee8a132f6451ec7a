import type { PlacedText } from '../texts.ts';
import { checkTranslation } from './check-translation.ts';
import { type KeptTexts, keptAt } from './kept-text.ts';

/**
 * The texts of one language as a version freezes them: only places that the set has, and none whose placeholders no
 * longer fit, since a respondent would read a gap. What is left out stays in the survey's own language.
 */
export function frozenTexts(originals: readonly PlacedText[], kept: KeptTexts): Record<string, string> {
  return Object.fromEntries(
    originals.flatMap(({ place, text }) => {
      const found = keptAt(kept, place);
      return found && checkTranslation(text, found.text) === null ? [[place, found.text]] : [];
    }),
  );
}
