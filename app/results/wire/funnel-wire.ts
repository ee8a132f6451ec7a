import { z } from 'zod';
import { STEPS, type Step } from '../funnel.ts';

/** From known people of one persona to answers; each step with the one of which it is a part. */
export const FunnelOut = z
  .array(
    z.object({
      step: z.enum(STEPS),
      people: z.int().nullable().meta({ description: 'Null where it is told as a band, or not at all.' }),
      told: z.string(),
      of: z.object({ step: z.enum(STEPS), people: z.int() }).nullable(),
    }),
  )
  .meta({
    description:
      '`delivered`: handed to their mail server. `began`: filled something in; in confidence not told. Who opened a page is not known, since scanners open links too.',
  });

export function toFunnelOut(steps: readonly Step[]): z.infer<typeof FunnelOut> {
  return steps.map(({ step, exactly, told, of }) => ({ ...{ step, told, of }, people: exactly }));
}
