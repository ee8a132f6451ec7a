// Several differences on one screen are one family: without correction, one of twenty is "found" by chance.

export type Correction = 'holm' | 'benjamini_hochberg';

/** Up to here one guards against a single false finding; a longer list may hold a few, in a known proportion. */
const LONG = 20;

/**
 * The adjusted p of every difference of one screen, in the order given, and by which method.
 * Source: Holm 1979; Benjamini and Hochberg 1995; DOMAIN 2.1.
 */
export function corrected(ps: readonly number[]): { method: Correction; adjusted: number[] } {
  return ps.length > LONG
    ? { method: 'benjamini_hochberg', adjusted: benjaminiHochberg(ps) }
    : { method: 'holm', adjusted: holm(ps) };
}

/**
 * Holm's step-down adjustment, in the order given. The default for a screen.
 * Source: Holm 1979, Scand. J. Stat. 6(2).
 */
export function holm(ps: readonly number[]): number[] {
  return adjusted(ps, 'smallest first', (p, rank) => p * (ps.length - rank), Math.max, 0);
}

/**
 * Benjamini and Hochberg's step-up adjustment, in the order given. For long lists.
 * Source: Benjamini and Hochberg 1995, J. R. Stat. Soc. B 57(1).
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  return adjusted(ps, 'largest first', (p, rank) => (p * ps.length) / (ps.length - rank), Math.min, 1);
}

/** Both methods scale each p by its rank and never let a stronger finding come out behind a weaker one. */
function adjusted(
  ps: readonly number[],
  order: 'smallest first' | 'largest first',
  scaled: (p: number, rank: number) => number,
  keep: (running: number, next: number) => number,
  start: number,
): number[] {
  const direction = order === 'smallest first' ? 1 : -1;
  const indexes = ps.map((_, index) => index).sort((a, b) => direction * (ps[a]! - ps[b]!));
  const result = Array.from({ length: ps.length }, () => 0);
  let running = start;
  indexes.forEach((index, rank) => {
    running = keep(running, Math.min(1, scaled(ps[index]!, rank)));
    result[index] = running;
  });
  return result;
}
