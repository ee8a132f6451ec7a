/** A value and how many gave it. */
export interface Counted {
  readonly at: number;
  readonly people: number;
}

/**
 * The value below which this part of the people lie (0 to 1), of values in ascending order; where the cut falls
 * between two people, the middle of the two. null for nobody.
 * Source: Hyndman and Fan 1996, Am. Stat. 50(4), definition 2.
 */
export function quantile(values: readonly Counted[], part: number): number | null {
  const n = peopleIn(values);
  if (n === 0) return null;
  const rank = part * n;
  const whole = Math.round(rank);
  // Parts such as 0.25 are exact, but for a hair: then the cut falls between two people.
  if (Math.abs(rank - whole) > 1e-9) return ranked(values, Math.ceil(rank));
  return (ranked(values, Math.max(1, whole)) + ranked(values, Math.min(n, whole + 1))) / 2;
}

export function peopleIn(values: readonly Counted[]): number {
  return values.reduce((sum, { people }) => sum + people, 0);
}

/** The value of the person with this rank, from 1. */
function ranked(values: readonly Counted[], rank: number): number {
  let seen = 0;
  for (const { at, people } of values) {
    seen += people;
    if (seen >= rank) return at;
  }
  return values.at(-1)!.at;
}
