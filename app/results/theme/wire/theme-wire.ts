import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { idIn, momentOut, toMomentOrNull } from '#app/platform/wire/cell.ts';
import { type Theme, ThemeDefinition, ThemeName } from '../theme.ts';

export const ThemeIn = z.strictObject({
  name: ThemeName,
  definition: ThemeDefinition.default('').meta({ description: 'What belongs to it, and what does not.' }),
});

export const ThemeChangeIn = z
  .strictObject({
    name: ThemeName.optional(),
    definition: ThemeDefinition.optional(),
    state: z
      .enum(['open', 'closed'], { error: 'Choose open or closed.' })
      .optional()
      .meta({ description: 'A closed theme keeps its tags and takes no new ones.' }),
    merge_into: idIn('theme').optional().meta({
      description:
        'Its tags, follow-ups and rules go to that theme, and it closes. It comes alone and cannot be undone.',
    }),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'Say what is to change.' })
  .refine(({ merge_into, ...change }) => merge_into === undefined || Object.keys(change).length === 0, {
    path: ['merge_into'],
    error: 'Merge by itself: nothing else changes with it.',
  });

export const ThemeOut = z.object({
  id: z.string(),
  name: z.string(),
  definition: z.string(),
  closed_at: momentOut.nullable(),
  merged_into: z.string().nullable(),
});

export const ThemeListOut = z.object({ data: z.array(ThemeOut) });

export function toThemeOut({ id, name, definition, closedAt, mergedInto }: Theme): z.infer<typeof ThemeOut> {
  return {
    ...{ id: toSlug('theme', id), name, definition, closed_at: toMomentOrNull(closedAt) },
    merged_into: mergedInto && toSlug('theme', mergedInto),
  };
}
