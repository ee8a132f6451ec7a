import type { DraftQuestion } from '#app/survey/draft/draft.ts';
import { withoutPipes } from '#app/survey/logic/piping.ts';

/** What a question is called in a list: its words as they are read, or what it is about while it has none. */
export function questionTitle(
  { wording, concept }: Pick<DraftQuestion, 'wording' | 'concept'>,
  personaName: string,
): string {
  return withoutPipes(wording, personaName) || concept || 'Not written yet';
}
