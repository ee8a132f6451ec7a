import type { Resolver } from 'react-hook-form';
import type { DraftQuestion } from '#app/survey/draft.ts';

/**
 * Checks a question in the browser by the schema that publishing uses. The schema is fetched when a field is
 * first left; zod is told before it is made that the page's policy allows no code from text.
 */
export function checkQuestion(question: DraftQuestion): Resolver<DraftQuestion> {
  return async (values, context, options) => {
    const { config } = await import('zod');
    config({ jitless: true });
    const { standardSchemaResolver } = await import('@hookform/resolvers/standard-schema');
    const { asQuestion } = await import('#app/survey/draft.ts');
    const { Question } = await import('#app/survey/question.ts');
    const typed = asQuestion(withKeys(question, values));
    const validate = () => Question['~standard'].validate(typed);
    const check = standardSchemaResolver<DraftQuestion, unknown, unknown>({
      '~standard': { version: 1, vendor: 'rolecall', validate },
    });
    const { errors } = await check(values, context, { ...options, names: undefined });
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
  };
}

/** What no field of the form changes is taken from the question itself. */
function withKeys({ key, kind, points, options }: DraftQuestion, values: DraftQuestion): DraftQuestion {
  const typed = values.options ?? [];
  const labelled = options.map((option, at) => ({
    key: option.key,
    label: typed[at]?.label ?? option.label,
  }));
  return { ...values, key, kind, points, options: labelled };
}
