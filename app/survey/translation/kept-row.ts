import { z } from 'zod';
import { LONGEST_TRANSLATION, SEALS } from './kept-text.ts';

/** The texts of one language as `survey_translation.texts` keeps them. */
export const KeptRow = z.record(
  z.string().max(90),
  z.object({
    text: z.string().min(1).max(LONGEST_TRANSLATION),
    of: z.string().max(LONGEST_TRANSLATION),
    seal: z.enum(SEALS).optional(),
  }),
);
