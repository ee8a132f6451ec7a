import { z } from 'zod';
import { idIn } from '#app/platform/wire/cell.ts';
import { DECISIONS } from '../doubt/doubt.ts';

export const DoubtDecisionIn = z.strictObject({
  decision: z.enum(DECISIONS).meta({
    description: '`send_again`: once more, to the byte. `arrived`: taken as arrived, nothing goes out.',
  }),
  message: idIn('message')
    .optional()
    .meta({ description: 'Only this letter; without it all that wait for a word.' }),
});

export const SettledDoubtsOut = z.object({
  settled: z.int().meta({ description: 'Letters; 0 where somebody, or a mail server, was quicker.' }),
});
