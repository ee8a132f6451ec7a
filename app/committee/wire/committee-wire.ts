import { z } from 'zod';
import { PersonaLabelOut, toLabelOut } from '#app/persona/persona-wire.ts';
import { toSlug } from '#app/platform/ids.ts';
import { idIn } from '#app/platform/wire/cell.ts';
import { pageQuery } from '#app/platform/wire/page.ts';
import type { Apart, ApartEnd } from '#app/results/apart.ts';
import type { Coverage } from '#app/results/coverage.ts';
import { displayRound } from '#app/results/display.ts';
import type { ApartShare } from '../apart-share.ts';
import type { CoverageShare } from '../coverage-share.ts';
import { readSort, SORTS } from '../list/committee-query.ts';
import type { ListedCommittee, SortRefusal } from '../list/listed.ts';

/** `?wave=&sort=&q=&missing=`; the persona of a sort by answers is read apart. */
export const CommitteeListQuery = z.strictObject({
  ...pageQuery('account').shape,
  wave: idIn('wave').optional().meta({ description: 'The newest that answers carry names in, unless told.' }),
  q: z.string().max(200).optional().meta({ description: 'Part of an account’s name.' }),
  missing: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'Only where too few of this persona were heard.' }),
  persona: z
    .string()
    .optional()
    .meta({ description: 'The one persona whose answers accounts are sorted by.' }),
  sort: z
    .string()
    .default(SORTS[0])
    .transform((said, context) => {
      const sort = readSort(said);
      if (sort !== null) return sort;
      const message = `Choose ${SORTS.join(', ')}; or score, with a persona.`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .meta({
      description: `${SORTS.join(', ')}; or score, with the one persona whose answers it is in “persona”.`,
    }),
});

export const CoverageOut = z.object({
  roles_heard: z.int(),
  roles_required: z.int(),
  missing: z.array(z.string()).meta({ description: 'Persona ids of which too few were heard.' }),
});

const EndOut = z.object({
  persona: PersonaLabelOut,
  heard: z.int(),
  middle_answer: z.number().meta({ description: 'Of this persona’s answers at the account, 0 to 10.' }),
});

/** Two personas held apart. Raise both by the same and `points_of_10` stays what it is. */
export const ApartOut = z.object({
  points_of_10: z.number(),
  higher: EndOut,
  lower: EndOut,
  worded_differently: z.boolean(),
});

const SeatCountOut = z.object({
  persona: PersonaLabelOut,
  needed: z.int().meta({ description: 'How many people of it should be heard at every account.' }),
  sitting: z.int(),
  heard: z.int().nullable().meta({ description: 'Null where answers were given in confidence.' }),
});

/** One account in the list. It has no score, and no slot for one. */
export const CommitteeOut = z.object({
  account: z.object({ id: z.string(), name: z.string() }),
  renews_on: z.iso.date().nullable(),
  seats: z.array(SeatCountOut).meta({ description: 'In the fixed order of lanes, which is no ranking.' }),
  coverage: CoverageOut.nullable(),
  widest_gap: ApartOut.nullable(),
  silent_seats: z.int().nullable(),
  overdue_promises: z.int(),
  of_persona: z
    .object({
      persona: PersonaLabelOut,
      metric: z.string(),
      heard: z.int(),
      score: z.int().min(-100).max(100).nullable(),
      answers: z
        .array(z.int())
        .nullable()
        .meta({ description: 'Each of them, where there are too few for a score.' }),
    })
    .nullable()
    .meta({ description: 'What the one persona that was named answered here; null unless sorted by it.' }),
});

/** Accounts counted, of those where two personas can be held against each other. Raise every answer and it stays what it is. */
export const ApartShareOut = z
  .object({
    committees: z.int().meta({ description: 'At least two personas heard, and asked the same.' }),
    more_than_1_point: z.int().meta({ description: 'Of them, whose personas pull apart.' }),
    more_than_3_points: z.int(),
    asked_different_things: z.int(),
    one_persona_alone: z.int(),
  })
  .meta({ description: 'Over all accounts of the wave, whatever was looked for.' });

export function toApartShareOut(share: ApartShare): z.infer<typeof ApartShareOut> {
  const { of, pulling, far, askedApart, alone } = share;
  return {
    committees: of,
    more_than_1_point: pulling,
    more_than_3_points: far,
    asked_different_things: askedApart,
    one_persona_alone: alone,
  };
}

/** Accounts counted by who was heard there, and by nothing that anybody said. */
export const CoverageShareOut = z
  .object({
    committees: z.int().meta({ description: 'At least one person heard.' }),
    every_role_heard: z.int().meta({ description: 'Of them, with enough people heard in every role.' }),
  })
  .meta({ description: 'Over all accounts of the wave, whatever was looked for.' });

export function toCoverageShareOut({ of, complete }: CoverageShare): z.infer<typeof CoverageShareOut> {
  return { committees: of, every_role_heard: complete };
}

/** A refusal that is a result: why, and what accounts may be sorted by. */
export const SortRefusalOut = z.object({
  error: z.object({
    code: z.enum(['PERSONA_REQUIRED', 'PERSONA_MIX']),
    message: z.string(),
    instead: z.object({
      sorts: z.array(z.enum(SORTS)),
      personas: z.array(z.string()).meta({ description: 'Name one of them to sort by what they answered.' }),
    }),
    why: z.literal('/docs/orples'),
  }),
});

export function toSortRefusalOut({
  code,
  message,
  sorts,
  personas,
  why,
}: SortRefusal): z.infer<typeof SortRefusalOut> {
  return {
    error: { code, message, instead: { sorts: [...sorts], personas: personas.map(({ id }) => id) }, why },
  };
}

export function toCommitteeOut(line: ListedCommittee): z.infer<typeof CommitteeOut> {
  const { own } = line;
  return {
    account: { id: toSlug('account', line.accountId), name: line.name },
    renews_on: line.renewalOn,
    seats: line.seats.map(({ persona, required, ...counts }) => ({
      ...{ persona: toLabelOut(persona), needed: required },
      ...counts,
    })),
    coverage: toCoverageOut(line.coverage),
    widest_gap: line.apart && toApartOut(line.apart),
    silent_seats: line.silent,
    overdue_promises: line.overdue,
    of_persona: own && {
      persona: toLabelOut(own.persona),
      metric: own.metric,
      heard: own.n,
      score: own.score === null ? null : displayRound(own.score),
      answers: own.answers && [...own.answers],
    },
  };
}

export function toCoverageOut(coverage: Coverage | null): z.infer<typeof CoverageOut> | null {
  if (!coverage) return null;
  const { rolesMet, rolesRequired, missing } = coverage;
  return { roles_heard: rolesMet, roles_required: rolesRequired, missing: [...missing] };
}

export function toApartOut({ points, higher, lower, wordedDifferently }: Apart): z.infer<typeof ApartOut> {
  const toEnd = ({ persona, n, middle }: ApartEnd) => ({
    persona: toLabelOut(persona),
    heard: n,
    middle_answer: middle,
  });
  return {
    points_of_10: points,
    higher: toEnd(higher),
    lower: toEnd(lower),
    worded_differently: wordedDifferently,
  };
}
