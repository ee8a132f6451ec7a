import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { idIn, momentIn, momentOut, toMomentOrNull } from '#app/platform/wire/cell.ts';
import type { Address, Employment, Person } from '../person.ts';
import { AttributesIn, AttributesOut } from './attribute-wire.ts';

const EmploymentIn = z.strictObject({
  account: idIn('account'),
  title: z.string().max(300).nullable().optional(),
  started_at: momentIn.nullable().optional(),
});

/** A person to add or bring up to date: found by external id, else by any of the addresses, never by name. */
export const PersonIn = z.strictObject({
  name: z.string().max(200),
  emails: z
    .array(z.string().max(320))
    .max(20)
    .default([])
    .meta({ description: 'Added to those known; the first of a new person is the one written to.' }),
  external_id: z.string().max(200).nullable().optional().meta({ description: 'Their id in your CRM.' }),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Write a language tag such as de or pt-BR.')
    .max(35)
    .nullable()
    .optional(),
  time_zone: z.string().max(64).nullable().optional().meta({ description: 'IANA, such as Europe/Oslo.' }),
  employment: EmploymentIn.optional(),
  attributes: AttributesIn.optional(),
});
export type PersonIn = z.infer<typeof PersonIn>;

export const PersonOut = z.object({
  id: z.string(),
  external_id: z.string().nullable(),
  name: z.string(),
  emails: z.array(z.string()).meta({ description: 'The first is the one written to.' }),
  language: z.string().nullable(),
  time_zone: z.string().nullable(),
  employments: z.array(
    z.object({
      account: z.string(),
      title: z.string().nullable(),
      started_at: momentOut.nullable(),
      ended_at: momentOut.nullable(),
    }),
  ),
  attributes: AttributesOut,
});

/** A person with what the wire says about them. */
export interface WholePerson extends Person {
  addresses: Address[];
  employments: Employment[];
  attributes: Record<string, string>;
}

export function toPersonOut(person: WholePerson): z.infer<typeof PersonOut> {
  return {
    id: toSlug('person', person.id),
    external_id: person.externalId,
    name: person.name,
    emails: person.addresses.map(({ email }) => email),
    language: person.language,
    time_zone: person.timeZone,
    employments: person.employments.map(({ accountId, title, startedAt, endedAt }) => ({
      account: toSlug('account', accountId),
      title,
      started_at: toMomentOrNull(startedAt),
      ended_at: toMomentOrNull(endedAt),
    })),
    attributes: person.attributes,
  };
}
