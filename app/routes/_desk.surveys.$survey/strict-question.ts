import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { asQuestion } from '#app/survey/check-draft.ts';
import type { DraftQuestion } from '#app/survey/draft.ts';
import { Question } from '#app/survey/question.ts';

/** Checks `question` with what was typed into it, by the schema that publishing uses. */
export function strictly(question: DraftQuestion): Resolver<DraftQuestion> {
  return async (values, context, options) => {
    const typed = asQuestion(withKeys(question, values));
    const check = standardSchemaResolver<DraftQuestion, unknown, unknown>({
      '~standard': {
        version: 1,
        vendor: 'rolecall',
        validate: () => Question['~standard'].validate(typed),
      },
    });
    const { errors } = await check(values, context, { ...options, names: undefined });
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
  };
}

/** What no field of the form changes is taken from the question itself. */
function withKeys(question: DraftQuestion, values: DraftQuestion): DraftQuestion {
  return { ...question, wording: values.wording, concept: values.concept };
}
