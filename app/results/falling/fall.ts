import type { Difference } from '../difference.ts';
import { formatDistance, formatScore } from '../display.ts';
import { heardWords } from '../sentence.ts';

/** A sum of floating-point shares can land a hair under a whole number of points. */
const HAIR = 1e-9;

/**
 * The fall of ONE persona's score as a sentence with both waves, both n and the difference's interval; null where it did not
 * fall by so many points, or where nobody can tell: the interval holds 0, there are too few answers, or the question is not
 * the same one any more.
 */
export function sayFall(change: Difference, points: number): string | null {
  if (change.kind !== 'difference' || change.verdict !== 'down') return null;
  if (-change.points + HAIR < points) return null;
  const { persona, earlier, later, from, to, basis, words } = change;
  const counted = basis === 'account' ? ', with each account counted once' : '';
  const before = `from ${formatScore(from)} in “${earlier.wave.name}” (${heardWords(earlier)})`;
  const after = `to ${formatScore(to)} in “${later.wave.name}” (${heardWords(later)})`;
  const by = change.interval === null ? '' : ` by ${formatDistance(change.points)}`;
  return `${persona.plural} fell${by} ${before} ${after}${counted}: ${words}.`;
}
