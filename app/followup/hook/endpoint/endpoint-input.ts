import { z } from 'zod';
import { isWantable } from '../event/hook-kinds.ts';

/** What a member or a program says of an endpoint. Whether its address may be posted to is judged apart. */
export const EndpointInput = z.strictObject({
  url: z
    .string({ error: 'Write the address that events are posted to.' })
    .trim()
    .min(1, 'Write the address that events are posted to.'),
  description: z.string().trim().max(200, 'Write at most 200 characters.').default(''),
  kinds: z
    .array(z.string().refine(isWantable, 'There is no event of this kind.'), { error: 'Tick at least one.' })
    .min(1, 'Tick at least one.')
    .transform((kinds) => [...new Set(kinds)].sort()),
  format: z
    .enum(['standard', 'slack'], { error: 'Choose what the receiver understands.' })
    .default('standard'),
  carriesNames: z.boolean().default(false),
});
export type EndpointInput = z.infer<typeof EndpointInput>;
