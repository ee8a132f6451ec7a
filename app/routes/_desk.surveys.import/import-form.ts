import { z } from 'zod';
import { readTag } from '#app/survey/translation/language.ts';

/** Whom the survey is for is always said by a person: no file knows, and nothing is guessed. */
export const FirstForm = z.object({
  programme: z.string().prefault('').refine(Boolean, 'Choose the programme that this survey serves.'),
  personaId: z.string().prefault('').refine(Boolean, 'Choose the one persona that these questions are for.'),
});

export const SecondForm = FirstForm.extend({
  name: z
    .string()
    .trim()
    .min(1, 'Give it a name that your colleagues will find it by.')
    .max(80, 'Keep it under 80 characters.'),
  language: z
    .string()
    .transform((text) => readTag(text) ?? '')
    .refine(Boolean, 'Write a language tag such as en or de.'),
});
