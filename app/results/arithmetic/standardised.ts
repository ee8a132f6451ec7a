/** How many of each of two groups have something. Both groups hold at least one. */
export interface TwoShares {
  readonly first: { readonly have: number; readonly of: number };
  readonly second: { readonly have: number; readonly of: number };
}

/**
 * Standardised difference of two shares: (p1 - p2) / sqrt((p1(1 - p1) + p2(1 - p2)) / 2). Unlike a p it does not grow
 * with the number of people. 0 where both are the same; null where all of one and none of the other have it, which
 * has no spread to measure by.
 * Source: Austin 2009, Stat. Med. 28(25).
 */
export function standardisedShares({ first, second }: TwoShares): number | null {
  const p = first.have / first.of;
  const q = second.have / second.of;
  if (p === q) return 0;
  const spread = Math.sqrt((p * (1 - p) + q * (1 - q)) / 2);
  return spread === 0 ? null : (p - q) / spread;
}

/**
 * The same for two means: their distance over the root of the mean of the two variances.
 * Source: Cohen 1988, Statistical Power Analysis 2.2; Austin 2009, Stat. Med. 28(25).
 */
export function standardisedMeans(first: readonly number[], second: readonly number[]): number | null {
  if (first.length < 2 || second.length < 2) return null;
  const apart = meanOf(first) - meanOf(second);
  if (apart === 0) return 0;
  const spread = Math.sqrt((varianceOf(first) + varianceOf(second)) / 2);
  return spread === 0 ? null : apart / spread;
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
