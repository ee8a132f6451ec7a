import type { Resolver } from 'react-hook-form';
import type { DraftQuestion } from '#app/survey/draft/draft.ts';

/** Says in the browser what a question lacks. The check is fetched when a field is first left. */
export const checkQuestion: Resolver<DraftQuestion> = async (...typed) => {
  const { strictly } = await import('./strict-question.ts');
  return strictly(...typed);
};
