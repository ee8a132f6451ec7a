import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { isBand, type Narrowing } from '#app/results/narrowing.ts';

/** Reads `?q=&theme=&band=`. What it does not know narrows nothing. */
export function readNarrowing(query: URLSearchParams): Narrowing {
  const band = query.get('band');
  return {
    search: query.get('q')?.trim().slice(0, 200) || undefined,
    themeId: fromSlug('theme', query.get('theme') ?? undefined) ?? undefined,
    band: isBand(band) ? band : undefined,
  };
}

export function toFilter({ search, themeId, band }: Narrowing) {
  return { q: search ?? '', theme: themeId ? toSlug('theme', themeId) : '', band: band ?? '' };
}
