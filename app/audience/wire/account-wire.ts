import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import type { Account } from '../account.ts';
import { AttributesIn, AttributesOut } from './attribute-wire.ts';

/** An account to add or bring up to date: found by its external id, else by its name. */
export const AccountIn = z.strictObject({
  name: z.string().max(200),
  external_id: z.string().max(200).nullable().optional().meta({ description: 'Its id in your CRM.' }),
  renewal_on: z.iso.date('Write a day such as 2027-01-11.').nullable().optional(),
  attributes: AttributesIn.optional(),
});
export type AccountIn = z.infer<typeof AccountIn>;

export const AccountOut = z.object({
  id: z.string(),
  external_id: z.string().nullable(),
  name: z.string(),
  renewal_on: z.iso.date().nullable(),
  attributes: AttributesOut,
});

/** An account with what the wire says about it. */
export interface WholeAccount extends Account {
  attributes: Record<string, string>;
}

export function toAccountOut(account: WholeAccount): z.infer<typeof AccountOut> {
  return {
    id: toSlug('account', account.id),
    external_id: account.externalId,
    name: account.name,
    renewal_on: account.renewalOn,
    attributes: account.attributes,
  };
}
