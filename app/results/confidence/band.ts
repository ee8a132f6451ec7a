import { CONFIDENCE, type ConfidencePolicy } from './policy.ts';

/** How many people, as far as it is told; both ends included. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** Below the policy's number a band of five or ten; from there on the number itself. Null: not even that is told. */
export function bandOf(people: number, policy: ConfidencePolicy = CONFIDENCE): Band | null {
  if (people < policy.people) return null;
  if (people >= policy.exactFrom) return { from: people, to: people };
  const from = Math.floor(people / 10) * 10;
  return { from: Math.max(from, policy.people), to: Math.min(from + 9, policy.exactFrom - 1) };
}

/** "10 to 19", "41", "too few to tell". */
export function bandWords(band: Band | null): string {
  if (band === null) return 'too few to tell';
  return band.from === band.to ? String(band.from) : `${band.from} to ${band.to}`;
}
