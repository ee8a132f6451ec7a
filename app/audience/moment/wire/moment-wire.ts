import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { momentOut, toMomentOrNull } from '#app/platform/wire/cell.ts';
import { type Moment, MomentWords } from '../moment.ts';

const { name, tryingTo, promise, evidence } = MomentWords.shape;
const persona = z
  .string()
  .min(1)
  .meta({ description: 'The id of one persona, as GET /api/v1/personas lists it.' });

/** Where one persona meets us. There is no default persona: without one nothing is stored. */
export const MomentIn = z.strictObject({
  persona,
  name,
  trying_to: tryingTo.meta({ description: 'What they try to get done, in their words.' }),
  promise: promise.default('').meta({ description: 'The experience that is promised; empty where none is.' }),
  evidence: evidence.default('').meta({ description: 'How that is known.' }),
});
export type MomentIn = z.infer<typeof MomentIn>;

export const MomentChangeIn = z.strictObject({
  name: name.optional(),
  trying_to: tryingTo.optional(),
  promise: promise.optional(),
  evidence: evidence.optional(),
});

export const MomentCloseIn = z.strictObject({});

/** The persona is looked at by the door, which says which there are. */
export const MomentQuery = z.strictObject({ persona: persona.optional() });

export const MomentOut = z.object({
  id: z.string(),
  persona: z.string(),
  name: z.string(),
  trying_to: z.string(),
  promise: z.string(),
  evidence: z.string(),
  closed_at: momentOut.nullable(),
});

export const MomentListOut = z.object({
  data: z
    .array(MomentOut)
    .meta({ description: 'As members like to see them, closed ones last. The order means nothing.' }),
});

export function toMomentOut(moment: Moment): z.infer<typeof MomentOut> {
  return {
    id: toSlug('moment', moment.id),
    persona: moment.personaId,
    name: moment.name,
    trying_to: moment.tryingTo,
    promise: moment.promise,
    evidence: moment.evidence,
    closed_at: toMomentOrNull(moment.closedAt),
  };
}
