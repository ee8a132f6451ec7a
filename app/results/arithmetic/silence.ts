/** One stratum of the invited people of one persona: an account size band, a region. */
export interface Stratum {
  readonly invited: number;
  readonly responded: number;
}

/**
 * How evenly one persona answered across its strata: 1 - 2S, S the spread of the strata's response rates over
 * the invited (R-indicator, Schouten et al. 2009). 1 is perfectly even; null when fewer than two were invited.
 */
export function rIndicator(strata: readonly Stratum[]): number | null {
  const invited = strata.reduce((sum, stratum) => sum + stratum.invited, 0);
  if (invited < 2) return null;
  const rate = strata.reduce((sum, stratum) => sum + stratum.responded, 0) / invited;
  const spread = strata
    .filter((stratum) => stratum.invited > 0)
    .reduce((sum, { invited: size, responded }) => sum + size * (responded / size - rate) ** 2, 0);
  return 1 - 2 * Math.sqrt(spread / (invited - 1));
}
