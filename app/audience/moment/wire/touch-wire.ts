import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { idIn, momentIn, momentOut, toMoment } from '#app/platform/wire/cell.ts';
import { pageQuery } from '#app/platform/wire/page.ts';
import { MOST_SOURCE, type Touch } from '../touch/touch.ts';

/** Somebody met us. No answer and no opinion, and never without a persona. */
export const TouchIn = z.strictObject({
  person: idIn('person'),
  account: idIn('account'),
  persona: z
    .string()
    .min(1)
    .meta({ description: 'As whom: the id of one persona that the person holds or held at the account.' }),
  moment: idIn('moment').meta({ description: 'A moment of the same persona.' }),
  at: momentIn,
  source: z
    .string()
    .trim()
    .min(1, 'Say where it was seen, such as “Support desk”.')
    .max(MOST_SOURCE)
    .meta({ description: 'Where it was seen, such as “Support desk”.' }),
  external_id: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .meta({ description: 'What your system calls it. Sent again it is not recorded a second time.' }),
});
export type TouchIn = z.infer<typeof TouchIn>;

export const TouchQuery = z.strictObject({
  ...pageQuery('touch').shape,
  person: idIn('person'),
  persona: z.string().min(1).optional(),
});

export const TouchOut = z.object({
  id: z.string(),
  person: z.string(),
  account: z.string(),
  persona: z.string(),
  moment: z.string(),
  at: momentOut,
  source: z.string(),
  external_id: z.string().nullable(),
});

export function toTouchOut(touch: Touch): z.infer<typeof TouchOut> {
  return {
    id: toSlug('touch', touch.id),
    person: toSlug('person', touch.personId),
    account: toSlug('account', touch.accountId),
    persona: touch.personaId,
    moment: toSlug('moment', touch.momentId),
    at: toMoment(touch.at),
    source: touch.source,
    external_id: touch.externalId,
  };
}
