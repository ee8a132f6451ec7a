import { DAY } from '#app/platform/clock.ts';

/**
 * How many answers come through one shared link before it rests: from one line, as counted ones, and in all. The places
 * come back evenly, all of them within a day. Why these numbers: `docs/decisions/limits-of-shared-links.md`.
 */
export const PLACES = { network: 500, counted: 2000, kept: 10_000 } as const;
export type Limit = keyof typeof PLACES;

export type Taken =
  /** When all of the limit's places are free again, in ms: what is stored of it. */
  | { kind: 'taken'; emptyAt: number }
  /** None is free before `freeAt`. */
  | { kind: 'over'; freeAt: number };

/** Takes a place. A limit that was never used, or long ago, is empty whatever its `emptyAt`. */
export function takePlace(limit: Limit, emptyAt: number, now: number): Taken {
  const next = Math.max(emptyAt, now) + DAY / PLACES[limit];
  return next - now > DAY ? { kind: 'over', freeAt: next - DAY } : { kind: 'taken', emptyAt: next };
}

/** How exactly a programme may note when answers came: in an unlinkable one the day is all that is kept of an answer. */
export function stepOf(confidentiality: string): number {
  return confidentiality === 'unlinkable' ? DAY : 1;
}

export function floorTo(step: number, now: number): number {
  return Math.floor(now / step) * step;
}

/** Milliseconds until a place is free, for somebody whose limits are measured in steps. */
export function waitUntil(freeAt: number, step: number, now: number): number {
  return Math.max(1, Math.ceil(freeAt / step) * step - now);
}
