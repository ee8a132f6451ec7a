import type { IdKind } from '#app/platform/ids.ts';

/** Which page is meant: a wave, or the newest; and the wave to compare with, or the one before it. */
export interface AskedPage {
  waveId: string | null;
  withId: string | null;
}

/** An id that no wave has, for an address that names one that could never be. */
const NONE = '';

/** Reads `?wave=&with=`. `readId` turns a slug into an id, or null. */
export function askedPage(
  url: string,
  readId: (kind: IdKind, slug: string | undefined) => string | null,
): AskedPage {
  const search = new URL(url).searchParams;
  const idOf = (name: string) => {
    const slug = search.get(name);
    return slug ? (readId('wave', slug) ?? NONE) : null;
  };
  return { waveId: idOf('wave'), withId: idOf('with') };
}

/** The same page in an address. */
export function pageQuery(slug: string, withSlug: string): string {
  return withSlug === '' ? `?wave=${slug}` : `?wave=${slug}&with=${withSlug}`;
}
