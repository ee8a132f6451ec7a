import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import type { Frame } from '../frame/frame.ts';
import type { Representation } from '../frame/representation.ts';

const RepresentationOut = z.object({
  heard: z.int(),
  silent: z.int(),
  words: z.string(),
  facts: z.array(
    z.object({
      fact: z.string(),
      evenness: z.number().meta({ description: 'R-indicator: 1 is perfectly even.' }),
      apart: z.array(
        z.object({
          group: z.string(),
          heard: z.int(),
          silent: z.int(),
          standardised_difference: z.number().nullable(),
        }),
      ),
    }),
  ),
  days_in_role: z.object({
    heard: z.number(),
    silent: z.number(),
    standardised_difference: z.number().nullable(),
  }),
});

/** Who could have been heard. In confidence nothing of it: whether somebody answered is part of what was promised. */
export const FrameOut = z.object({
  kind: z.enum(['named', 'in_confidence']),
  silent: z.int().nullable(),
  silent_at: z
    .array(z.object({ account: z.string(), renewal_on: z.iso.date().nullable(), people: z.int() }))
    .meta({ description: 'The next renewal first; people are named on the page, not here.' }),
  not_asked: z.int().nullable(),
  not_reached: z.int().nullable(),
  not_in_role: z.int().nullable(),
  held: z.int().nullable(),
  representation: RepresentationOut.nullable(),
});

export function toFrameOut(frame: Frame): z.infer<typeof FrameOut> {
  if (frame.kind !== 'named') return { kind: frame.kind, silent_at: [], ...UNSAID };
  const { notAsked, notReached, notInRole, held, silentPeople, representation } = frame;
  return {
    kind: 'named',
    silent: silentPeople,
    silent_at: [...Map.groupBy(frame.silent, ({ accountId }) => accountId)].map(([id, people]) => ({
      account: toSlug('account', id),
      renewal_on: people[0]?.renewalOn ?? null,
      people: people.length,
    })),
    not_asked: notAsked,
    not_reached: notReached,
    not_in_role: notInRole,
    held,
    representation: representation && toRepresentationOut(representation),
  };
}

const UNSAID = {
  silent: null,
  not_asked: null,
  not_reached: null,
  not_in_role: null,
  held: null,
  representation: null,
} as const;

function toRepresentationOut({ heard, silent, words, facts, tenure }: Representation) {
  return {
    heard,
    silent,
    words,
    facts: facts.map(({ fact, evenness, apart }) => ({
      fact,
      evenness,
      apart: apart.map((one) => ({
        group: one.value,
        heard: one.heard,
        silent: one.silent,
        standardised_difference: one.difference,
      })),
    })),
    days_in_role: {
      heard: tenure.heard,
      silent: tenure.silent,
      standardised_difference: tenure.difference,
    },
  };
}
