import { z } from 'zod';
import { LanguageField } from '#app/audience/people/locale-fields.ts';
import { NOT_KNOWN } from './not-known.ts';

export const NewPersonForm = z
  .object({
    name: z.string().trim().min(1, 'Write the person’s name.').max(200),
    email: z
      .string()
      .trim()
      .min(1, 'Write an e-mail address; people are told apart by it, and asked there.')
      .max(300),
    accountName: z.string().trim().min(1, 'Write the name of the account where they work.').max(200),
    title: z.string().trim().max(200),
    language: LanguageField,
    persona: z
      .string({ error: 'Choose what they do there, or that you don’t know yet.' })
      .min(1, 'Choose what they do there, or that you don’t know yet.'),
    evidence: z.string().trim().max(300),
  })
  .refine(({ persona, evidence }) => persona === NOT_KNOWN || evidence !== '', {
    path: ['evidence'],
    message: 'Say how you know what they do, in a few words.',
    // A form with other faults says this one at once, too.
    when: ({ value }) => typeof value === 'object' && value !== null,
  });
