import type { Resolver } from 'react-hook-form';
import type { DraftQuestion } from '#app/survey/draft.ts';

/** Says in the browser what a question lacks. The schema is fetched when a field is first left. */
export function checkQuestion(question: DraftQuestion): Resolver<DraftQuestion> {
  return async (...typed) => {
    const { strictly } = await import('./strict-question.ts');
    return strictly(question)(...typed);
  };
}
