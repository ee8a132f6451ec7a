import { type ConfidencePolicy, EXACT_FROM } from './policy.ts';

/** How many people, as far as it is told; both ends included. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/**
 * Below thirty a band of five or ten; from there on the number itself. Null: not even that is told.
 * @param policy the workspace's own: a band that begins below what a figure needs there tells of fewer
 */
export function bandOf(people: number, policy: ConfidencePolicy): Band | null {
  if (people < policy.people) return null;
  if (people >= EXACT_FROM) return { from: people, to: people };
  const from = Math.floor(people / 10) * 10;
  return { from: Math.max(from, policy.people), to: Math.min(from + 9, EXACT_FROM - 1) };
}

/** "10 to 19", "41", "too few to tell". */
export function bandWords(band: Band | null): string {
  if (band === null) return 'too few to tell';
  return band.from === band.to ? String(band.from) : `${band.from} to ${band.to}`;
}

/** The number that a band is, where it is one. */
export function exactIn(band: Band | null): number | null {
  return band !== null && band.from === band.to ? band.from : null;
}
