import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { idIn, momentOut, toMomentOrNull } from '#app/platform/wire/cell.ts';
import { pageQuery } from '#app/platform/wire/page.ts';
import type { TagRow } from '../theme.ts';
import { MOST_AT_ONCE } from '../theme.ts';

const lane = {
  wave: idIn('wave'),
  persona: z.string().min(1).meta({ description: 'Exactly one persona: every tag is of one.' }),
};
const text = {
  response: idIn('response'),
  question: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'The key of the question that it was written to.' }),
};

export const TagListQuery = z.strictObject({
  ...pageQuery('response').shape,
  ...lane,
  theme: idIn('theme').optional(),
  state: z.enum(['confirmed', 'suggested'], { error: 'Choose confirmed or suggested.' }).default('confirmed'),
});

export const TagsIn = z.strictObject({
  ...lane,
  theme: idIn('theme'),
  answers: z.array(z.strictObject(text)).min(1).max(MOST_AT_ONCE),
});

export const TagsSettleIn = z.strictObject({
  ...lane,
  act: z.enum(['confirm', 'remove'], { error: 'Choose confirm or remove.' }).meta({
    description:
      '`confirm`: a suggestion counts from now on. `remove`: the tag goes, and is not suggested again.',
  }),
  tags: z
    .array(z.strictObject({ ...text, theme: idIn('theme') }))
    .min(1)
    .max(MOST_AT_ONCE),
});

/** That an answer raises a theme. What was written is among the responses. */
export const TagOut = z.object({
  wave: z.string(),
  persona: z.string(),
  response: z.string(),
  question: z.string(),
  theme: z.string(),
  by: z.enum(['member', 'machine']),
  why: z.string().nullable().meta({ description: 'The words that made a machine suggest it.' }),
  confirmed_at: momentOut.nullable().meta({ description: 'Null: suggested, and counted nowhere.' }),
});

export const TagPageOut = z.object({
  data: z.array(TagOut),
  next_cursor: z.string().nullable().meta({ description: 'Null on the last page.' }),
});

export const TagsChangedOut = z.object({
  tags: z.int().meta({ description: 'How many this changed.' }),
});

export function toTagOut(
  { responseId, questionKey, themeId, madeBy, why, confirmedAt }: TagRow,
  { waveId, personaId }: { waveId: string; personaId: string },
): z.infer<typeof TagOut> {
  return {
    ...{ wave: toSlug('wave', waveId), persona: personaId, response: toSlug('response', responseId) },
    ...{ question: questionKey, theme: toSlug('theme', themeId), by: madeBy },
    why: why === '' ? null : why,
    confirmed_at: toMomentOrNull(confirmedAt),
  };
}
