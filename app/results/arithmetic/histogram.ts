/** Cells of a scale in ascending order: how many gave each value. */
export type Histogram = readonly number[];

/**
 * The middle answer (two middle ones halved) of a histogram whose first cell is `lowest`; null when empty.
 * Source: Hyndman and Fan 1996, Am. Stat. 50(4), definition 2.
 */
export function median(histogram: Histogram, lowest = 0): number | null {
  const n = total(histogram);
  if (n === 0) return null;
  return lowest + (cellOf(histogram, Math.ceil(n / 2)) + cellOf(histogram, Math.floor(n / 2) + 1)) / 2;
}

/**
 * Cliff's delta: how much likelier a random answer of `a` beats one of `b` than the reverse, -1 to +1.
 * Source: Cliff 1993, Psychol. Bull. 114(3).
 */
export function cliffsDelta(a: Histogram, b: Histogram): number | null {
  const pairs = total(a) * total(b);
  if (pairs === 0) return null;
  let wins = 0;
  a.forEach((left, i) => {
    b.forEach((right, j) => {
      wins += left * right * Math.sign(i - j);
    });
  });
  return wins / pairs;
}

/** Every answer, lowest first: [3, 8, 9, 9]. */
export function spelledOut(histogram: Histogram, lowest = 0): number[] {
  return histogram.flatMap((count, cell) => Array.from({ length: count }, () => lowest + cell));
}

export function total(histogram: Histogram): number {
  return histogram.reduce((sum, count) => sum + count, 0);
}

/** The cell in which the answer of this rank (from 1) lies. */
function cellOf(histogram: Histogram, rank: number): number {
  let seen = 0;
  return histogram.findIndex((count) => {
    seen += count;
    return seen >= rank;
  });
}
