import { z } from 'zod';
import { DECISIONS } from '../doubt/doubt.ts';

export const DoubtDecisionIn = z.strictObject({
  decision: z.enum(DECISIONS).meta({
    description: '`send_again`: once more, to the byte. `arrived`: taken as arrived, nothing goes out.',
  }),
});

export const SettledDoubtsOut = z.object({
  settled: z.int().meta({ description: 'Letters; 0 where somebody, or a mail server, was quicker.' }),
});
