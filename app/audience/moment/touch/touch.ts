import { MINUTE } from '#app/platform/clock.ts';

/** One person met us at one moment of ONE persona; no answer and no opinion. */
export interface Touch {
  id: string;
  personId: string;
  accountId: string;
  personaId: string;
  momentId: string;
  /** ms */
  at: number;
  /** Where it was seen, such as “Support desk”. */
  source: string;
  /** What the system that saw it calls it. */
  externalId: string | null;
}

export type NewTouch = Omit<Touch, 'id'>;

export const MOST_SOURCE = 100;

/** By how much another system's clock may be ahead of ours. */
const AHEAD = 5 * MINUTE;

/** What is still to come is a plan, and a moment before 1970 is a mistake of some spreadsheet. */
export function isPast(at: number, now: number): boolean {
  return at >= 0 && at <= now + AHEAD;
}

/** Two reports of the same touch have the same key. */
export function touchKey(touch: Omit<NewTouch, 'externalId'>): string {
  const { personaId, personId, at, momentId, accountId, source } = touch;
  return JSON.stringify([personaId, personId, at, momentId, accountId, source]);
}
