/** How the writer answered the scored question: the parts that promoters, passives and detractors are cut by. */
export const BANDS = {
  high: { label: '9 or 10', low: 9, high: 10 },
  middle: { label: '7 or 8', low: 7, high: 8 },
  low: { label: '0 to 6', low: 0, high: 6 },
} as const;
export type Band = keyof typeof BANDS;

export function isBand(text: string | null): text is Band {
  return text !== null && Object.hasOwn(BANDS, text);
}

/** Which of ONE persona's texts are wanted. */
export interface Narrowing {
  /** Only texts that hold these words. */
  search?: string | undefined;
  themeId?: string | undefined;
  /** Only where answers were given by name: in confidence a text stands without its score. */
  band?: Band | undefined;
  sorted?: 'not_yet' | 'suggested' | undefined;
}

export function isNarrow({ search, themeId, band, sorted }: Narrowing): boolean {
  return Boolean(search || themeId || band || sorted);
}
