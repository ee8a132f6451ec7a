import type { Range } from './arithmetic/interval.ts';

/**
 * What, written down before asking, would change the decision: "keep the loader if the lower end is above 0".
 * It is held against an end of the interval, never against the score.
 */
export interface Rule {
  readonly bound: 'lower' | 'upper';
  readonly comparison: 'above' | 'below';
  /** In the units of the interval it is held against. */
  readonly threshold: number;
}

export type Ruling = 'clears' | 'does_not_clear' | 'cant_tell';

export const RULING_WORDS = {
  clears: 'Clears the rule',
  does_not_clear: 'Does not clear',
  cant_tell: 'Can’t tell',
} satisfies Record<Ruling, string>;

/**
 * Clears when the named end does; does not when the other end doesn't either, so that no value left open could;
 * in between, and without an interval, nobody can tell.
 */
export function rulingOf(rule: Rule, range: Range | null): Ruling {
  if (range === null) return 'cant_tell';
  const satisfies = (end: number) =>
    rule.comparison === 'above' ? end > rule.threshold : end < rule.threshold;
  const [named, other] = rule.bound === 'lower' ? [range.lo, range.hi] : [range.hi, range.lo];
  if (satisfies(named)) return 'clears';
  return satisfies(other) ? 'cant_tell' : 'does_not_clear';
}
