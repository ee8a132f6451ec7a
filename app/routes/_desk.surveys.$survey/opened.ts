import { OPENING } from '#app/survey/draft/builder-state.ts';
import { type DraftFault, readQuestion } from '#app/survey/draft/check-draft.ts';
import type { Draft } from '#app/survey/draft/draft.ts';
import { sayLength } from '#app/survey/length/say-length.ts';

/** What the address asks to be shown: a question, the words around them, or the first there is. */
export function shownIn({ questions }: Draft, wanted: string | null): string | null {
  if (wanted === OPENING) return OPENING;
  return (questions.find(({ key }) => key === wanted) ?? questions[0])?.key ?? null;
}

export function checksOf(draft: Draft, faults: DraftFault[]) {
  const readable = draft.questions.flatMap((question) => readQuestion(question) ?? []);
  return { faults, length: sayLength(readable) };
}
