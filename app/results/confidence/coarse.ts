import type { Range } from '../arithmetic/interval.ts';
import type { ShareRange } from '../arithmetic/shares.ts';
import { EXACT_FROM } from './policy.ts';

/** Points between two ends that an interval in confidence can have. */
export const WIDENED_TO = 10;

/** Both ends moved outwards to whole tens: the interval promises no less, and its ends lead to no count. */
export function widened({ lo, hi }: Range): Range {
  const ten = WIDENED_TO;
  return { lo: Math.max(-200, Math.floor(lo / ten) * ten), hi: Math.min(200, Math.ceil(hi / ten) * ten) };
}

/** The two together. */
export function spanning(a: Range, b: Range): Range {
  return { lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi) };
}

/** A share in whole per cent, its interval outwards to tens. */
export function coarseShare({ share, lo, hi }: ShareRange): ShareRange {
  return {
    share: Math.round(share * 100) / 100,
    lo: Math.floor(lo * 10) / 10,
    hi: Math.ceil(hi * 10) / 10,
  };
}

/** People in a part of a line, in fives where the whole is told as a band. */
export function roundedPeople(people: number, of: number): number {
  return of < EXACT_FROM ? Math.round(people / 5) * 5 : people;
}
