import type { QuestionSet } from '../question.ts';
import { inLanguage, textsOf } from '../texts.ts';
import { checkWording, findingKey } from './check-wording.ts';
import type { PlacedFinding, WordingAim } from './open-findings.ts';

/** Everything the language check says of a set, its translations among it. */
export function findingsOf(set: QuestionSet, { language, persona }: WordingAim): PlacedFinding[] {
  return [language, ...Object.keys(set.translations ?? {})].flatMap((spoken) => {
    const texts = textsOf(inLanguage(set, spoken));
    const byPlace = new Map(texts.map(({ place, text }) => [place, text]));
    return checkWording(texts, { language: spoken, persona }).findings.map((finding) => {
      const text = byPlace.get(finding.place)!;
      return { ...finding, id: findingKey(finding, text), text, language: spoken };
    });
  });
}
