import type { PersonaLabel } from '#app/persona/persona.ts';
import { toSlug } from '#app/platform/ids.ts';
import { sayRaised } from '#app/results/theme/raised.ts';
import { listFor, type ThemeTable } from '#app/results/theme/read-theme-table.server.ts';

/** What this persona raised, most speakers first, and the themes that its texts can be narrowed to. */
export function toThemes({ rows }: ThemeTable, persona: PersonaLabel) {
  return {
    raisedThemes: listFor(rows, persona.id).map(({ theme, raised }) => ({
      slug: toSlug('theme', theme.id),
      name: theme.name,
      said: sayRaised(raised.get(persona.id)!, persona),
    })),
    themes: rows.map(({ theme }) => ({ value: toSlug('theme', theme.id), label: theme.name })),
  };
}
