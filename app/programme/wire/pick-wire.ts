import { z } from 'zod';
import { MOST } from '#app/audience/attribute/attribute.ts';
import { nameKey } from '#app/audience/keys.ts';
import { toSlug } from '#app/platform/ids.ts';
import { idIn } from '#app/platform/wire/cell.ts';
import type { Choice } from '../pile/choice.ts';
import { countPeople, type SortedCandidate, type StaleChoice } from '../pile/pile.ts';

const AttributePickIn = z.strictObject({
  attribute: idIn('attribute').meta({ description: 'As GET /api/v1/attributes lists it.' }),
  values: z.array(z.string().max(MOST.value)).min(1).max(200).meta({ description: 'One is enough.' }),
});

/** Whom of the people who are ready a send is for, as its page chooses them. What is left out narrows nothing. */
export const PickIn = z.strictObject({
  personas: z.array(z.string()).min(1).optional(),
  account: idIn('account').optional(),
  heard: z
    .union([z.literal('never'), z.int().min(1).max(3650)])
    .optional()
    .meta({ description: 'In this role: never, or not for so many days.' }),
  title: z.string().trim().max(100).optional().meta({ description: 'A part of the title.' }),
  attributes: z.array(AttributePickIn).max(20).optional().meta({ description: 'All of them must fit.' }),
});
export type PickIn = z.infer<typeof PickIn>;

/** What a pick comes to in a wave, once its personas are known. */
export function choosing(pick: PickIn, stale: StaleChoice) {
  return (lanes: readonly { personaId: string }[]): Choice => ({
    personas: pick.personas ?? lanes.map(({ personaId }) => personaId),
    accountId: pick.account ?? null,
    unheard: pick.heard ?? null,
    title: pick.title ?? '',
    attributes: (pick.attributes ?? []).map(({ attribute, values }) => ({
      attributeId: attribute,
      values: values.map(nameKey),
    })),
    hats: [],
    stale,
  });
}

/** Lines of a preview; the counts are of all. */
const LINES = 1000;

const Named = z.object({ id: z.string(), name: z.string() });

export const PickedOut = z.object({
  people: z.int(),
  accounts: z.int(),
  role_assignments: z
    .array(z.object({ id: z.string(), persona: z.string(), person: Named, account: Named }))
    .meta({ description: `The first ${LINES}, by account and name; the counts are of all.` }),
});

export function toPickedOut(chosen: readonly SortedCandidate[]): z.infer<typeof PickedOut> {
  return {
    ...countPeople(chosen),
    role_assignments: chosen.slice(0, LINES).map((role) => ({
      id: toSlug('role', role.roleId),
      persona: role.personaId,
      person: { id: toSlug('person', role.personId), name: role.personName },
      account: { id: toSlug('account', role.accountId), name: role.accountName },
    })),
  };
}
