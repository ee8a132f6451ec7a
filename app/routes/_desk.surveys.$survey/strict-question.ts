import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { asQuestion } from '#app/survey/draft/check-draft.ts';
import type { DraftQuestion } from '#app/survey/draft/draft.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { Question } from '#app/survey/question.ts';

/** Checks what was typed by the schema that publishing uses. */
export const strictly: Resolver<DraftQuestion> = async (values, context, options) => {
  const parts = new Set(roomOf(values).parts.map(({ name }) => name));
  const check = standardSchemaResolver<DraftQuestion, unknown, unknown>({
    '~standard': {
      version: 1,
      vendor: 'rolecall',
      validate: async () => {
        const read = await Question['~standard'].validate(asQuestion(values));
        if (!read.issues) return read;
        // A frozen question holds its parts beside the shared fields, the form in a group of their own.
        const issues = read.issues.map(({ message, path = [] }) => ({
          message,
          path: parts.has(String(path[0])) ? ['parts', ...path] : path,
        }));
        return { issues };
      },
    },
  });
  const { errors } = await check(values, context, { ...options, names: undefined });
  return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
};
