import { z } from 'zod';
import { OCCASIONS } from './occasion.ts';

/** What a survey can begin with: nothing, a pack, or the questions of another survey. */
export const StartOf = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('blank') }),
  z.object({ kind: z.literal('pack'), occasion: z.enum(OCCASIONS) }),
  z.object({ kind: z.literal('copy'), surveyId: z.string() }),
]);
export type StartOf = z.infer<typeof StartOf>;
