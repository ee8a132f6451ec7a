import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { ABOUT, type Attribute, MOST } from '../attribute/attribute.ts';

/** Own attributes of a person or an account, by name. */
export const AttributesIn = z
  .record(z.string().max(MOST.name), z.string().max(MOST.value).nullable())
  .meta({ description: 'Own attributes by name. Null clears one; those not named stay as they are.' });

export const AttributesOut = z
  .record(z.string(), z.string())
  .meta({ description: 'Own attributes by name; those without a value are left out.' });

const AttributeOut = z.object({ id: z.string(), about: z.enum(ABOUT), name: z.string() });

export const AttributeListOut = z.object({ data: z.array(AttributeOut) });

export function toAttributeList(attributes: readonly Attribute[]): z.infer<typeof AttributeListOut> {
  return {
    data: attributes.map(({ id, about, name }) => ({ id: toSlug('attribute', id), about, name })),
  };
}
